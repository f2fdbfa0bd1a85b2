"""The load while typing: the plan's own figures, less what the case had there, plus what stands in the form."""

from dataclasses import replace

import pytest
from django.test import Client

from takt.calculation.planner.problem import Month
from takt.foundation.jobs.commands import claim_job
from takt.foundation.people.models import Unit
from takt.governance.clarifying.findings import Carried
from takt.governance.flow.models import Initiative
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.kept import kept_problem
from takt.interfaces.case_file.queries import Case, case_of
from takt.interfaces.case_file.timing import timing_of
from takt.interfaces.workbench.preview import Preview, preview_of
from tests.builders import Cast
from tests.governance.planning.house import AT, build_initiative, build_limits, plan_with

pytestmark = pytest.mark.django_db
SAVED = Carried(people=100, training_hours=4, adaptation_hours=2, intensity=2)


@pytest.fixture
def planned(cast: Cast) -> Initiative:
    """A case that the newest plan starts in January 2027, and another one beside it."""
    build_limits()
    case = build_initiative("2026-001")
    build_initiative("2026-002", "Digital tavle", people=184)
    run = request_plan(by=cast.nadia, at=AT)
    claim = claim_job(at=AT)
    assert claim
    plan = plan_with(kept_problem(run), {"2026-001": 0, "2026-002": 0})
    record_plan(run, plan, claim=claim, at=AT)
    return case


def looked_at(cast: Cast) -> Case:
    return case_of("2026-001", reader=cast.nadia)


def preview(cast: Cast, carried: Carried, unit: int) -> Preview:
    case = looked_at(cast)
    timing = timing_of(case, this_month=Month(2026, 11))
    found = preview_of(case, timing, {unit: carried}, "da")
    assert found is not None
    return found


def test_what_is_saved_gives_what_the_plan_reckoned_with(cast: Cast, planned: Initiative) -> None:
    figures = looked_at(cast).figures
    assert figures is not None
    of_plan = next(unit for unit in figures.units if unit.name == "Hjemmeplejen Nord")
    seen = preview(cast, SAVED, planned.unit_id).units[0]
    assert list(seen.used) == of_plan.load[: len(seen.used)]
    assert list(seen.ceilings) == of_plan.ceiling[: len(seen.used)]


def test_a_later_start_is_found_when_the_others_are_in_the_way(cast: Cast, planned: Initiative) -> None:
    heavy = replace(SAVED, people=184, training_hours=14)
    seen = preview(cast, heavy, planned.unit_id)
    assert seen.units[0].mark == "bad"
    assert seen.finding == "Hjemmeplejen Nord kommer over loftet, hvis vi starter i januar 2027"
    assert seen.advice.startswith("Start i ")
    assert "holder loftet" in seen.advice
    assert not preview(cast, replace(SAVED, people=1), planned.unit_id).is_over


def test_what_is_too_much_alone_fits_at_no_time(cast: Cast, planned: Initiative) -> None:
    seen = preview(cast, replace(SAVED, people=184, training_hours=90), planned.unit_id)
    assert seen.advice.startswith("Ingen senere start")


def test_load_on_a_unit_counts_for_those_above_it(cast: Cast, planned: Initiative) -> None:
    area = Unit.objects.get(name="Ældre og Sundhed")
    case = looked_at(cast)
    timing = timing_of(case, this_month=Month(2026, 11))
    nobody = Carried(people=0, training_hours=0, adaptation_hours=0, intensity=1)
    alone = preview_of(case, timing, {area.pk: nobody}, "da")
    both = preview_of(case, timing, {area.pk: nobody, planned.unit_id: SAVED}, "da")
    assert alone is not None
    assert both is not None
    added = sum(both.units[0].used) - sum(alone.units[0].used)
    assert added == 100 * (4 + 2 * 2)


def test_while_typing_the_page_answers_with_words_and_shapes(
    cast: Cast, planned: Initiative, client: Client
) -> None:
    client.force_login(cast.nadia)
    pk = planned.unit_id
    fields = {f"people-{pk}": "184", f"training-{pk}": "90", f"adaptation-{pk}": "2", f"intensity-{pk}": "3"}
    text = client.post("/sag/2026-001/kvalificering/belastning/", fields).content.decode()
    assert "Hjemmeplejen Nord kommer over loftet, hvis vi starter i januar 2027" in text
    assert f'id="load-{pk}" hx-swap-oob="true"' in text
    assert "is-bad" in text
    assert "loft 3,5" in text


def test_half_a_number_breaks_nothing(cast: Cast, planned: Initiative, client: Client) -> None:
    client.force_login(cast.nadia)
    fields = {f"people-{planned.unit_id}": "18x", "people-99999": "3", "people-evil": "3", "new_unit": "²"}
    assert client.post("/sag/2026-001/kvalificering/belastning/", fields).status_code == 200
