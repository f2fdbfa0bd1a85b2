"""A secretary who is recused from a closed item prepares the rest, and reads nothing of it by the back door."""

import pytest

from takt.foundation.refusals import Refused
from takt.governance.deciding.meetings.commands.declare_recusal import declare_recusal
from takt.governance.deciding.meetings.commands.lift_recusal import lift_recusal
from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.commands.reorder_agenda import reorder_agenda
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.commands.take_off_agenda import take_off_agenda
from takt.governance.deciding.meetings.models import AgendaItem, Recusal
from takt.governance.deciding.meetings.terms import ItemTerms
from tests.governance.deciding.meetings.rooms import House, planned

SECRET = "Genforhandling af prisen"


@pytest.fixture
def recusal(house: House) -> Recusal:
    """Nadia's, by herself, from the first of two items."""
    nadia, at, meeting = house.cast.nadia, house.now, planned(house)
    closed = put_on_agenda(meeting, ItemTerms(SECRET, is_closed=True), by=nadia, at=at)
    put_on_agenda(meeting, ItemTerms("Budget"), by=nadia, at=at)
    send_agenda(meeting, by=nadia, at=at)
    return declare_recusal(closed, nadia, ground="Er gift med leverandøren", by=nadia, at=at)


def test_a_clash_over_the_order_does_not_tell_the_title(house: House, recusal: Recusal) -> None:
    meeting = recusal.item.meeting
    order = list(
        AgendaItem.objects.filter(meeting=meeting).order_by("-position").values_list("pk", flat=True)
    )
    with pytest.raises(Refused) as caught:
        reorder_agenda(meeting, order, edition=0, by=house.cast.nadia, at=house.now)
    assert SECRET not in caught.value.refusal.reason
    assert "Lukket punkt" in caught.value.refusal.reason
    with pytest.raises(Refused) as caught:
        reorder_agenda(meeting, order, edition=0, by=house.cast.troels, at=house.now)
    assert SECRET in caught.value.refusal.reason, "the chair takes part and may read it"


def test_it_is_taken_off_by_the_other(house: House, recusal: Recusal) -> None:
    with pytest.raises(Refused) as caught:
        take_off_agenda(recusal.item, edition=0, by=house.cast.nadia, at=house.now)
    assert SECRET not in caught.value.refusal.reason
    assert caught.value.refusal.status == 403


def test_nobody_lifts_their_own_recusal(house: House, recusal: Recusal) -> None:
    with pytest.raises(Refused):
        lift_recusal(recusal, by=house.cast.nadia, at=house.now)
    assert Recusal.objects.filter(pk=recusal.pk).exists()
    lift_recusal(recusal, by=house.cast.troels, at=house.now)
    assert not Recusal.objects.exists()
