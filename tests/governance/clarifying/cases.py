"""A wish on its way through clarification, reached by the real commands."""

from dataclasses import replace
from datetime import datetime

from takt.foundation.people.models import Person, Role
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.rules import Answers
from takt.governance.clarifying.commands.describe_effort import describe_effort
from takt.governance.clarifying.commands.describe_impact import describe_impact
from takt.governance.clarifying.commands.estimate_wish import estimate_wish
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.clarifying.findings import Carried, Guess, exactly
from takt.governance.clarifying.models import StaffRole
from takt.governance.flow.models import Initiative
from tests.builders import Cast, build_person

REASON = "Vi venter på det nye omsorgssystem, som løser det samme."
GUESS = Guess(
    investment_low_dkk=400_000,
    investment_dkk=600_000,
    investment_high_dkk=1_000_000,
    running_low_dkk=200_000,
    running_dkk=300_000,
    running_high_dkk=400_000,
    benefit_low_dkk=400_000,
    benefit_dkk=900_000,
    benefit_high_dkk=1_200_000,
    prepare_months=3,
    roll_out_months=4,
    settle_months=3,
    points_per_year=240,
    price_year=2026,
    source="Tilbud fra to leverandører",
)
CARRIED = Carried(people=100, training_hours=4, adaptation_hours=2, intensity=2)


def sent(cast: Cast, now: datetime, title: str = "Skærmbesøg i hjemmeplejen") -> Initiative:
    answers = Answers("Vi kører langt for korte besøg hos borgerne", title=title)
    return submit_wish(answers, by=cast.anna, at=now).initiative


def taken(cast: Cast, now: datetime, title: str = "Skærmbesøg i hjemmeplejen") -> Initiative:
    """By Nadia."""
    initiative = sent(cast, now, title)
    take_up(initiative, by=cast.nadia, at=now)
    initiative.refresh_from_db()
    return initiative


def clarified(cast: Cast, now: datetime, title: str = "Skærmbesøg i hjemmeplejen") -> Initiative:
    """With everything on the checklist."""
    initiative = taken(cast, now, title)
    role, _ = StaffRole.objects.get_or_create(
        key="pl", defaults={"name": "Projektledere", "full_time_equivalents": "2.5"}
    )
    estimate_wish(initiative, replace(GUESS), seen=None, by=cast.nadia, at=now)
    describe_effort(initiative, {role.pk: exactly(50)}, seen={}, by=cast.nadia, at=now)
    describe_impact(initiative, {initiative.unit_id: CARRIED}, seen={}, by=cast.nadia, at=now)
    return Initiative.objects.get(pk=initiative.pk)


def build_fatma(cast: Cast) -> Person:
    return build_person("Fatma Yildiz", Role.NETWORK_MEMBER, job_title="Superbruger", unit=cast.troels.unit)
