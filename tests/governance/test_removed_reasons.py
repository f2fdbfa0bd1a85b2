"""When a reason is removed from the ledger, no room still says it."""

from datetime import date, datetime

import pytest
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.ledger.removal import remove_reason
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Role
from takt.governance.clarifying.commands.decline_wish import decline_wish
from takt.governance.clarifying.commands.park_wish import park_wish
from takt.governance.deciding.meetings.commands.cancel_meeting import cancel_meeting
from takt.governance.deciding.meetings.models import Meeting
from tests.builders import Cast, build_person
from tests.governance.clarifying.cases import REASON, taken
from tests.walk.house import build_house

pytestmark = pytest.mark.django_db
NAMES = "Vi venter, til Peter Wind er rask igen efter sin operation."
WHY = "Begrundelsen fortalte om en medarbejders helbred."


def test_the_answer_to_the_wisher_loses_it_too_and_others_keep_theirs(cast: Cast, now: datetime) -> None:
    case, other = taken(cast, now), taken(cast, now, "Fælles kalender")
    park_wish(case, NAMES, reopen_date=date(2027, 1, 11), by=cast.nadia, at=now)
    decline_wish(other, REASON, by=cast.nadia, at=now)
    anna = Client(headers={"accept-language": "da"})
    anna.force_login(cast.anna)
    assert anna.get(case.get_absolute_url()).content.decode().count(NAMES) > 1
    event = Event.objects.get(verb="initiative.moved", facts__now="postponed")
    remove_reason(event, WHY, by=build_person("Dorte Dam", Role.DPO), at=now)
    page = anna.get(case.get_absolute_url()).content.decode()
    assert NAMES not in page
    assert "begrundelsen er fjernet" in page
    assert WHY in page
    assert not Letter.objects.filter(text__contains="Peter Wind").exists()
    assert REASON in anna.get(other.get_absolute_url()).content.decode()


def test_a_cancelled_meeting_loses_it_too(now: datetime) -> None:
    house = build_house(now)
    meeting = cancel_meeting(Meeting.objects.all()[0], NAMES, by=house.cast.nadia, at=now)
    event = Event.objects.get(verb="meeting.cancelled")
    remove_reason(event, WHY, by=build_person("Dorte Dam", Role.DPO), at=now)
    meeting.refresh_from_db()
    assert meeting.cancel_reason == "(fjernet, fordi teksten indeholdt personoplysninger)"
