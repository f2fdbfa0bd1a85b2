"""Every scenario beside the plan: what each would mean, and by how much it differs."""

from dataclasses import dataclass
from string import ascii_uppercase

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from takt.calculation.scenarios.comparing import compare
from takt.calculation.scenarios.outcome import Outcome, read_outcome
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.queries import current_plan
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.asking import outcome_of_plan
from takt.governance.planning.scenarios.models import Scenario, ScenarioRun
from takt.governance.planning.scenarios.queries import computed_runs, unfinished_scenarios
from takt.governance.planning.scenarios.queries import scenarios as all_scenarios
from takt.governance.planning.scenarios.side_by_side import Figure, Measure, finding, headline, measures

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Row:
    letter: str
    scenario: Scenario | None
    """None: the plan itself."""
    figures: list[Figure]
    """Empty when it has not been computed."""
    is_under_way: bool = False
    is_stale: bool = False
    """Changed since it was computed."""


@require_safe
def scenarios(request: SignedInRequest) -> HttpResponse:
    plan = current_plan()
    page = Paginator(all_scenarios().order_by("id"), PER_PAGE).get_page(request.GET.get("side"))
    computed = computed_runs(page.object_list)
    base = outcome_of_plan(plan) if plan else None
    outcomes = {pk: read_outcome(run.outcome) for pk, run in computed.items()}
    columns = measures(base) if base else []
    busy = unfinished_scenarios(page.object_list)
    rows = [
        _row(letter_of(page.start_index() + index), one, computed.get(one.pk), columns, base, outcomes, busy)
        for index, one in enumerate(page.object_list)
    ]
    said = [
        finding(row.letter, compare(base, outcomes[row.scenario.pk]), language())
        for row in rows
        if base and row.scenario and row.figures
    ]
    return render(
        request,
        "scenarios/listing.html",
        {
            "plan": plan,
            "columns": columns,
            "plan_row": Row("A", None, [one.figure(base, None, language()) for one in columns])
            if base
            else None,
            "rows": rows,
            "page": page,
            "headline": headline(said),
            "refusal": rules.why_not_change(request.user),
        },
    )


def letter_of(place: int) -> str:
    """B, C … Z, then B2 …: the plan itself is A."""
    turn, index = divmod(place - 1, 25)
    return ascii_uppercase[index + 1] + (str(turn + 1) if turn else "")


def _row(
    letter: str,
    scenario: Scenario,
    run: ScenarioRun | None,
    columns: list[Measure],
    base: Outcome | None,
    outcomes: dict[int, Outcome],
    busy: set[int],
) -> Row:
    figures = [one.figure(outcomes[scenario.pk], base, language()) for one in columns] if run else []
    stale = run is not None and run.edition != scenario.edition
    return Row(letter, scenario, figures, is_under_way=scenario.pk in busy, is_stale=stale)
