"""What an item says of its case before anybody has written about it, and what owners of conditions are told."""

import pytest
from django.test import Client

from takt.foundation.mail.models import Letter
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.models import AgendaItem, OutcomeKind
from takt.governance.deciding.meetings.presenting import presentation_of
from takt.governance.deciding.meetings.terms import OutcomeTerms
from takt.governance.flow.models import Initiative
from tests.governance.deciding.meetings.rooms import (
    REASON,
    House,
    case_item,
    conditions,
    decided,
    in_session,
    planned,
    ready_case,
)

pytestmark = pytest.mark.django_db


def presented(case: Initiative) -> str:
    return presentation_of(Initiative.objects.get(pk=case.pk))


def test_the_board_reads_what_the_council_recommends_and_on_which_conditions(house: House) -> None:
    case = ready_case(house)
    assert "anbefaler" not in presented(case)
    decided(house, OutcomeKind.RECOMMENDED_WITH_CONDITIONS, conditions=conditions(house))
    board = planned(house, "direktionen")
    draft_agenda(board, by=house.cast.birgit, at=house.now)
    said = case_item(board).presentation
    assert f"Rådet anbefaler sagen: {REASON}" in said
    assert "Betingelser: Driften betales af områdets egen gevinst (senest" in said
    assert house.cast.erik.name not in said


def test_of_a_closed_item_only_the_answer_is_presented(house: House) -> None:
    case = ready_case(house)
    meeting = in_session(house)
    AgendaItem.objects.filter(pk=case_item(meeting).pk).update(is_closed=True)
    secret = OutcomeTerms(
        OutcomeKind.RECOMMENDED_WITH_CONDITIONS,
        "Leverandørens pris er fortrolig.",
        answer="Rådet støtter ønsket.",
        conditions=conditions(house),
    )
    record_outcome(case_item(meeting), secret, edition=0, by=house.cast.nadia, at=house.now)
    close_meeting(meeting, by=house.cast.nadia, at=house.now)
    assert presented(case).endswith("Rådet anbefaler sagen: Rådet støtter ønsket.")


def test_the_owner_of_a_condition_is_told_what_will_show_it(house: House) -> None:
    ready_case(house)
    decided(house, OutcomeKind.RECOMMENDED_WITH_CONDITIONS, conditions=conditions(house))
    letter = Letter.objects.get(person=house.cast.erik, subject__contains="betingelse")
    assert letter.text.endswith("Det skal vises med: Budgetnotat.")


def test_a_case_that_another_meeting_treats_says_which(house: House, client: Client) -> None:
    ready_case(house)
    first, second = planned(house), planned(house)
    client.force_login(house.cast.nadia)
    assert "på dagsordenen 3" not in client.get(f"/moeder/{second.pk}/").content.decode()
    draft_agenda(first, by=house.cast.nadia, at=house.now)
    assert "på dagsordenen 3. december 2026" in client.get(f"/moeder/{second.pk}/").content.decode()
