"""Two people in the same moment: one goes first, and the other sees it. Each would be wrong with one row too few."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Unit
from takt.governance.asking.models import Wish
from takt.governance.clarifying.commands.accept_benefit import accept_benefit
from takt.governance.clarifying.commands.merge_wish import merge_wish
from takt.governance.clarifying.commands.name_benefit_owner import name_benefit_owner
from takt.governance.clarifying.models import BenefitOwner, OwnerAnswer
from takt.governance.clarifying.network.commands.assign_case import assign_case
from takt.governance.clarifying.network.commands.hand_over import hand_over
from takt.governance.clarifying.network.commands.name_substitute import name_substitute
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.readiness.commands.answer_readiness import answer_readiness
from takt.governance.clarifying.readiness.commands.ask_readiness import ask_readiness
from takt.governance.clarifying.scoring.commands.ask_assessors import ask_assessors
from takt.governance.clarifying.scoring.commands.assess import assess
from takt.governance.clarifying.scoring.commands.close_round import close_round
from takt.governance.clarifying.scoring.commands.settle_disagreement import settle_disagreement
from takt.governance.clarifying.scoring.criteria import newest
from takt.governance.clarifying.scoring.models import Settlement
from takt.governance.deciding.hearing.commands.answer_hearing import answer_hearing
from takt.governance.deciding.hearing.commands.call_hearing import call_hearing
from takt.governance.deciding.hearing.commands.close_hearing import close_hearing
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, Outcome, OutcomeKind
from takt.governance.deciding.meetings.terms import OutcomeTerms
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.pinning.commands.pin_start import pin_start
from takt.governance.planning.pinning.commands.withdraw_pin import withdraw_pin
from takt.governance.planning.pinning.models import Pin
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.races.at_once import at_once, refused
from tests.walk.doing import REASON
from tests.walk.house import COUNCIL, House, build_house
from tests.walk.truths import assert_every_move_is_lawful_and_recorded, assert_the_chain_holds
from tests.walk.truths_of_rooms import assert_drafted_once, assert_rooms_are_in_order

pytestmark = pytest.mark.django_db(transaction=True)
TWICE = range(2)


@pytest.fixture
def house(now: datetime) -> House:
    return build_house(now)


def case(title: str) -> Initiative:
    return Initiative.objects.get(title=title)


def in_order() -> None:
    assert_every_move_is_lawful_and_recorded()
    assert_rooms_are_in_order()
    assert_the_chain_holds()


def scores(version_of: Initiative, value: int) -> dict[int, tuple[int | None, str]]:
    version = newest(COUNCIL)
    assert version is not None
    return {one.pk: (value, REASON) for one in version.criteria.all()}


def test_two_agendas_never_take_the_same_case(house: House, now: datetime) -> None:
    nadia = house.cast.nadia
    both = list(Meeting.objects.filter(body__key=COUNCIL))
    at_once(*[lambda one=one: draft_agenda(one, by=nadia, at=now) for one in both])  # type: ignore[misc]
    drafted = AgendaItem.objects.filter(meeting__in=both).exclude(initiative=None)
    assert drafted.count() == 2, "two cases were ready"
    assert_drafted_once()
    in_order()


def test_two_wishes_are_never_gathered_into_each_other(house: House, now: datetime) -> None:
    one, other, nadia = case("Smartere kørsel"), case("Fælles kalender"), house.cast.nadia
    got = at_once(
        lambda: merge_wish(one, other, REASON, by=nadia, at=now),
        lambda: merge_wish(other, one, REASON, by=house.mette, at=now),
    )
    assert len(refused(got)) == 1
    assert Wish.objects.exclude(merged_into=None).count() == 1
    assert {case("Smartere kørsel").stage, case("Fælles kalender").stage} & {Stage.MERGED}
    in_order()


def test_a_hearing_is_answered_before_it_closes_or_not_at_all(house: House, now: datetime) -> None:
    nadia, unit = house.cast.nadia, house.vibeke.unit
    assert unit is not None
    hearing = call_hearing(
        case("Smartere kørsel"), [REASON], [unit], due_date=now.date() + timedelta(days=9), by=nadia, at=now
    )
    party = hearing.parties.get()
    party = answer_hearing(party, "support", "", edition=1, by=house.vibeke, at=now)
    got = at_once(
        lambda: answer_hearing(party, "against", REASON, edition=2, by=house.vibeke, at=now),
        lambda: close_hearing(hearing, by=nadia, at=now),
    )
    party.refresh_from_db()
    assert party.stance == ("support" if refused(got) else "against")
    hearing.refresh_from_db()
    assert hearing.closed_at is not None
    in_order()


def test_an_assessment_is_among_those_that_were_opened_or_refused(house: House, now: datetime) -> None:
    nadia, erik, subject = house.cast.nadia, house.cast.erik, case("Smartere kørsel")
    one = ask_assessors(
        subject,
        [nadia, erik],
        criteria=newest(COUNCIL),
        due_date=now.date() + timedelta(days=9),
        by=nadia,
        at=now,
    )
    assess(one, scores(subject, 2), edition=0, by=nadia, at=now)
    got = at_once(
        lambda: assess(one, scores(subject, 5), edition=0, by=erik, at=now),
        lambda: close_round(subject, REASON, by=nadia, at=now),
    )
    assert one.assessors.exclude(answered_at=None).count() == (1 if refused(got) else 2)
    in_order()


def test_of_two_settlements_the_second_sees_the_first(house: House, now: datetime) -> None:
    nadia, erik, subject = house.cast.nadia, house.cast.erik, case("Smartere kørsel")
    due = now.date() + timedelta(days=9)
    one = ask_assessors(subject, [nadia, erik], criteria=newest(COUNCIL), due_date=due, by=nadia, at=now)
    assess(one, scores(subject, 1), edition=0, by=nadia, at=now)
    assess(one, scores(subject, 5), edition=0, by=erik, at=now)
    criterion = next(iter(scores(subject, 1)))
    got = at_once(
        lambda: settle_disagreement(subject, criterion, f"{REASON} Først.", edition=0, by=nadia, at=now),
        lambda: settle_disagreement(subject, criterion, f"{REASON} Så.", edition=0, by=erik, at=now),
    )
    [told] = refused(got)
    assert Settlement.objects.get().text in told
    in_order()


def test_of_two_outcomes_the_second_sees_the_first(house: House, now: datetime) -> None:
    nadia, troels = house.cast.nadia, house.cast.troels
    meeting = Meeting.objects.filter(body__key=COUNCIL).earliest("starts_at")
    draft_agenda(meeting, by=nadia, at=now)
    send_agenda(meeting, by=nadia, at=now)
    open_meeting(meeting, by=nadia, at=now)
    present = list(meeting.attendance.values_list("person", flat=True))
    record_attendance(meeting, present, seen=[], by=nadia, at=now)
    item = meeting.items.exclude(initiative=None)[0]
    yes = OutcomeTerms(OutcomeKind.RECOMMENDED, reason=REASON, answer=REASON)
    no = replace(yes, kind=OutcomeKind.DECLINED)
    got = at_once(
        lambda: record_outcome(item, yes, edition=0, by=nadia, at=now),
        lambda: record_outcome(item, no, edition=0, by=troels, at=now),
    )
    assert len(refused(got)) == 1
    assert Outcome.objects.get().edition == 1
    in_order()


@pytest.mark.parametrize("accepts_first", [True, False])
def test_nobody_accepts_what_another_has_been_asked(
    house: House, now: datetime, *, accepts_first: bool
) -> None:
    subject, nadia, erik = case("Smartere kørsel"), house.cast.nadia, house.cast.erik
    seen = name_benefit_owner(subject, erik, edition=0, by=nadia, at=now)
    deeds = [
        lambda: accept_benefit(subject, by=erik, at=now),
        lambda: name_benefit_owner(subject, house.vibeke, edition=seen.edition, by=nadia, at=now),
    ]
    got = at_once(*(deeds if accepts_first else deeds[::-1]))
    assert len(refused(got)) == 1
    owner = BenefitOwner.objects.get()
    first = (erik, OwnerAnswer.ACCEPTED) if accepts_first else (house.vibeke, OwnerAnswer.WAITING)
    assert (owner.person, owner.answer) == first
    in_order()


@pytest.mark.parametrize("leaves_first", [True, False])
def test_nothing_is_given_to_one_who_leaves(house: House, now: datetime, *, leaves_first: bool) -> None:
    nadia, mette = house.cast.nadia, house.mette
    hers, others = Membership.objects.get(person=mette), Membership.objects.get(person=house.lone)
    deeds = [
        lambda: hand_over(hers, house.lone, REASON, edition=hers.edition, by=nadia, at=now),
        lambda: assign_case(case("Smartere kørsel"), mette, seen=nadia.pk, by=nadia, at=now),
        lambda: name_substitute(others, mette, edition=others.edition, by=house.lone, at=now),
    ]
    at_once(*(deeds if leaves_first else deeds[::-1]))
    hers.refresh_from_db()
    assert hers.handed_over_at is not None
    in_order()


def test_a_unit_is_asked_as_it_answers(house: House, now: datetime) -> None:
    """Neither waits for what the other holds, and nobody who wishes for the unit is stopped by it."""
    nadia, unit = house.cast.nadia, Unit.objects.get(pk=house.vibeke.unit_id)
    due = now.date() + timedelta(days=9)
    given: dict[str, int | None] = dict.fromkeys(
        ("capacity", "leadership", "settled", "skills", "meaning"), 3
    )
    ask_readiness(case("Talegenkendelse"), due_date=due, by=nadia, at=now)
    ask_readiness(case("Sensorer i affaldsbeholdere"), due_date=due, by=nadia, at=now)
    got = at_once(
        lambda: answer_readiness(unit, given, seen=0, by=house.vibeke, at=now),
        lambda: answer_readiness(unit, given, on_behalf_of="Vibeke", seen=0, by=nadia, at=now),
    )
    assert len(refused(got)) == 1
    in_order()


def test_of_two_who_pin_the_same_start_the_second_sees_the_first(cast: Cast, now: datetime) -> None:
    build_limits()
    wish = build_initiative("2026-001")

    got = at_once(
        lambda: pin_start(wish, Month(2027, 6), "Før ferien", seen=0, by=cast.nadia, at=now),
        lambda: pin_start(wish, Month(2027, 9), "Efter ferien", seen=0, by=cast.erik, at=now),
    )

    assert refused(got) == ["Nadia Krogh har imens fastholdt en start i juni 2027: “Før ferien”."]
    pin = Pin.objects.get()
    withdrawn = at_once(*(lambda: withdraw_pin(pin, seen=1, by=cast.nadia, at=now) for _ in TWICE))
    assert refused(withdrawn) == ["Ønsket er allerede trukket tilbage."]
    assert_the_chain_holds()
