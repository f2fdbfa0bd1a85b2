"""Fjordby Kommune: big enough to be believed, and honest about what is invented."""

import json
from collections import Counter
from datetime import date

from django.db.models import Sum

from takt.calculation.money.three_point import weighted
from takt.calculation.planner.problem import Month
from takt.calculation.scoring import unassessed_points
from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Role, Unit
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.network.coverage import coverage
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.queries import in_force, with_people
from takt.governance.clarifying.scoring.block import block_of
from takt.governance.clarifying.scoring.models import Valuation
from takt.governance.clarifying.scoring.terms import STANDARD_DKK_PER_POINT, STANDARD_POINTS
from takt.governance.deciding.hearing.queries import heard, hearings
from takt.governance.flow.models import Initiative, Obligation
from takt.governance.flow.stages import IN_THE_PLAN, Stage
from takt.governance.planning.models import Ceiling, Frame, Freeze
from takt.governance.planning.question import question
from takt.interfaces.demonstration.loading.limits import SCHOOLS


def test_a_unit_counts_everyone_below_it(fjordby: None) -> None:
    for unit in Unit.objects.filter(children__isnull=False).distinct():
        assert unit.children.aggregate(all=Sum("headcount"))["all"] == unit.headcount, unit
    whole = Unit.objects.get(parent=None)
    assert (whole.headcount, whole.children.count()) == (4600, 6)
    assert Unit.objects.filter(children__isnull=True).count() == 40


def test_more_than_a_hundred_wishes_are_in_the_question_and_none_is_lost(fjordby: None) -> None:
    asked = question(title="Fjordby", first_month=Month(2027, 1))

    assert Initiative.objects.count() >= 120
    assert len(asked.problem.initiatives) > 100
    assert asked.without_estimate == ()
    assert asked.waiting_for == {}
    assert len(asked.problem.initiatives) == Initiative.objects.filter(stage__in=IN_THE_PLAN).count()


def test_every_stage_has_its_share(fjordby: None) -> None:
    stages = Counter(Initiative.objects.values_list("stage", flat=True))

    assert stages[Stage.CLARIFYING] > sum(stages.values()) / 2
    assert set(stages) >= {Stage.SUBMITTED, Stage.RECOMMENDED, Stage.APPROVED, Stage.REALISING}
    assert set(stages) >= {Stage.IN_USE, Stage.DECLINED, Stage.POSTPONED}
    assert not Estimate.objects.filter(initiative__stage=Stage.SUBMITTED).exists()


def test_duties_say_why_and_by_when(fjordby: None) -> None:
    duties = Estimate.objects.filter(initiative__obligation=Obligation.MUST)

    assert 8 <= duties.count() <= 10
    for duty in duties:
        assert duty.latest_go_live_month
        assert "sikker dato" in duty.deadline_reason or "opdigtet" in duty.deadline_reason


def test_every_estimate_admits_that_it_is_invented(fjordby: None) -> None:
    assert Estimate.objects.exists()
    assert not Estimate.objects.exclude(source__startswith="Opdigtet").exists()
    assert not Frame.objects.exclude(source__contains="opdigtet").exists()
    assert not Ceiling.objects.exclude(source__contains="opdigtet").exists()


def test_assessed_and_unassessed_cases_have_points_on_one_scale(fjordby: None) -> None:
    """An assessment has moved a case by at most half of the full points; without one it stands in the middle."""
    coordinator = Person.objects.get(email="nadia@fjordby.example")
    assessed = set(Valuation.objects.values_list("initiative", flat=True))
    assert len(assessed) > 5
    for estimate in Estimate.objects.select_related("initiative"):
        benefit = weighted(estimate.benefit_low_dkk, estimate.benefit_dkk, estimate.benefit_high_dkk)
        middle = unassessed_points(
            benefit_dkk=benefit,
            full_points=STANDARD_POINTS,
            dkk_per_point=STANDARD_DKK_PER_POINT,
        )
        apart = abs(estimate.points_per_year - middle)
        assert apart <= (STANDARD_POINTS // 2 if estimate.initiative_id in assessed else 0), estimate
    unassessed = Initiative.objects.get(estimate__isnull=False, title="Talegenkendelse i sagsbehandlingen")
    block = block_of(unassessed, reader=coordinator)
    assert block.unassessed == unassessed.estimate.points_per_year


def test_schools_start_the_year_in_peace(fjordby: None) -> None:
    augusts = Freeze.objects.filter(reason="Skolestart")

    assert {freeze.first_month.month for freeze in augusts} == {8}
    assert {unit.name for unit in augusts[0].units.all()} == set(SCHOOLS)
    assert Freeze.objects.filter(reason="Kommunalvalg").get().first_month.isoformat() == "2029-11-01"


def test_the_past_is_in_the_ledger_in_order_and_the_chain_holds(fjordby: None) -> None:
    events = list(Event.objects.all())

    assert first_broken(events) is None
    assert [event.at for event in events] == sorted(event.at for event in events)
    for initiative in Initiative.objects.all():
        moves = [
            event for event in events if event.about == initiative.number and event.verb == "initiative.moved"
        ]
        assert moves[-1].facts["now"] == initiative.stage
        assert moves[-1].at <= initiative.changed_at


def test_facts_in_the_ledger_name_nobody(fjordby: None) -> None:
    facts = json.dumps(list(Event.objects.values_list("facts", flat=True)), ensure_ascii=False)

    for name in Person.objects.values_list("name", flat=True):
        assert name not in facts


def test_the_network_has_members_silent_areas_and_one_who_is_away(fjordby: None) -> None:
    day = date(2026, 11, 23)
    areas = coverage(list(Unit.objects.all()), list(with_people(day)))

    assert sum(area.is_silent for area in areas) == 2
    members = list(in_force(day).select_related("person"))
    assert all(one.person and one.person.holds(Role.NETWORK_MEMBER) for one in members)
    assert [one.person.name for one in members if one.person and one.is_away(day)] == ["Mette Lauritsen"]
    assert Membership.objects.filter(to_date__gt=day).count() == 1
    assert Membership.objects.exclude(handed_over_at=None).count() == 2


def test_two_hearings_are_over_and_two_run(fjordby: None) -> None:
    states = [one.state for one in heard(hearings(), date(2026, 11, 23), Managers.now())]

    assert sorted(states) == ["closed", "open", "open", "over"]
