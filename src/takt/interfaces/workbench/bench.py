"""Everything the workbench shows: what is saved, what stands in the fields, and what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.people.models import Person, Unit
from takt.foundation.refusals import Refusal
from takt.governance.clarifying import rules
from takt.governance.clarifying.findings import Carried, Days, Guess, carried_in, days_in, guess_of
from takt.governance.clarifying.forms import GuessForm, initial_of
from takt.governance.clarifying.models import Assignment, StaffRole
from takt.governance.clarifying.readiness.block import block_of as readiness_block
from takt.governance.clarifying.scoring.block import block_of as scoring_block
from takt.governance.clarifying.screening.forms import InclusionForm
from takt.governance.deciding.checklists.gathering import Gathered, gather
from takt.governance.deciding.sending import why_not_send_on
from takt.governance.planning.question import month_of
from takt.interfaces.case_file.money import money_block
from takt.interfaces.case_file.queries import Case, case_of
from takt.interfaces.case_file.timing import timing_of
from takt.interfaces.workbench.drawings import strip_chart
from takt.interfaces.workbench.estimating import line_rows, raw_days, role_rows, training_doubt
from takt.interfaces.workbench.preview import Preview, preview_of
from takt.interfaces.workbench.reading import typed
from takt.interfaces.workbench.screening import screening_context
from takt.interfaces.workbench.seen import written
from takt.interfaces.workbench.weighing import Read, weighing_context


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has written but not saved; None means as it is saved."""

    guess: GuessForm | None = None
    impacts: Mapping[str, Mapping[str, str]] | None = None
    wanted: Mapping[int, Carried] | None = None
    days: Mapping[int, Mapping[str, str]] | None = None
    rows: Mapping[str, Read] = field(default_factory=dict)
    """Options and risks, by part."""
    answered: Mapping[str, str] | None = None
    inclusion: InclusionForm | None = None
    goals: Mapping[str, str] | None = None
    person: str = ""
    """Who was named as benefit owner."""
    errors: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    """By form and row."""
    refusal: Refusal | None = None
    part: str = ""
    """The form that was refused."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A case, its checklist and who may do what with it."""

    case: Case
    reader: Person
    assignment: Assignment | None
    checklist: Gathered
    why_not_work: Refusal | None
    why_not_ready: Refusal | None

    @property
    def guess(self) -> Guess | None:
        return guess_of(self.case.estimate) if self.case.estimate else None

    @property
    def carried(self) -> dict[int, Carried]:
        return {impact.unit_id: carried_in(impact) for impact in self.case.impacts}

    @property
    def days(self) -> dict[int, Days]:
        return {effort.role_id: days_in(effort) for effort in self.case.efforts if effort.high_days}


def bench_of(number: str, *, reader: Person) -> Bench:
    case = case_of(number, reader=reader)
    assignment = Assignment.objects.filter(initiative=case.initiative).select_related("person").first()
    gathered = gather(case.initiative, at=timezone.now())
    return Bench(
        case,
        reader,
        assignment,
        gathered,
        rules.why_not_work(case.initiative, reader),
        why_not_send_on(case.initiative, assignment, gathered, reader),
    )


def context_of(bench: Bench, form: Typed, spoken: wording.Language) -> dict[str, Any]:
    case = bench.case
    timing = timing_of(case, this_month=month_of(timezone.localdate()))
    rows = typed(bench.carried) if form.impacts is None else form.impacts
    wanted = bench.carried if form.wanted is None else form.wanted
    preview = preview_of(case, timing, wanted, spoken)
    money = money_block(case.estimate, timing, spoken) if case.estimate and timing else None
    guess_form = form.guess or GuessForm(initial=initial_of(bench.guess, spoken) | _suggested(bench))
    units = {unit.pk: unit for unit in Unit.objects.all()}
    return {
        "case": case,
        "initiative": case.initiative,
        "bench": bench,
        "guess_form": guess_form,
        "line_rows": line_rows(guess_form, spoken),
        "training_doubt": training_doubt(
            guess_form, [(str(one.unit), one.training_hours) for one in case.impacts]
        ),
        "money_finding": money.finding if money else _("Økonomi og tid er ikke skønnet"),
        "typed": form,
        "effort_rows": role_rows(
            list(StaffRole.objects.all()),
            raw_days(bench.days) if form.days is None else form.days,
            form.errors.get("days", {}),
            spoken,
        ),
        "seen_days": written(bench.days),
        "days_in_all": sum(one.likely for one in bench.days.values()),
        "unit_rows": _unit_rows(rows, units, form, preview, spoken),
        "seen_impacts": written(bench.carried),
        "other_units": [unit for key, unit in units.items() if str(key) not in rows],
        "scoring": scoring_block(case.initiative, reader=bench.reader),
        "readiness": readiness_block(case.initiative, reader=bench.reader),
        **load_words(preview, case, has_units=bool(wanted)),
        **weighing_context(case.initiative, form.rows, spoken),
        **screening_context(
            case.initiative,
            reader=bench.reader,
            answered=form.answered,
            inclusion_form=form.inclusion,
            goals=form.goals,
            spoken=spoken,
        ),
    }


def load_words(preview: Preview | None, case: Case, *, has_units: bool) -> dict[str, Any]:
    """The heading over the units, and a way out; or what is missing before the load can be reckoned."""
    if preview is not None:
        return {"preview": preview, "load_finding": preview.finding, "load_advice": preview.advice}
    if not has_units:
        return {"load_finding": _("Ingen enheder er beskrevet"), "load_advice": _("Tilføj den første enhed.")}
    if case.estimate is None:
        advice = _("Gem et skøn over månederne. Så regner vi belastningen ud, mens du skriver.")
    elif case.run is None:
        advice = _("Der er ingen plan at regne oven på. Bed om en under Plan.")
    else:
        advice = _("Sagen ligger uden for planens måneder.")
    return {"load_finding": _("Belastningen kan ikke regnes ud endnu"), "load_advice": advice}


def _suggested(bench: Bench) -> dict[str, Any]:
    """A first estimate is in the prices of this year."""
    return {} if bench.guess else {"price_year": timezone.localdate().year}


def _unit_rows(
    rows: Mapping[str, Mapping[str, str]],
    units: Mapping[int, Unit],
    form: Typed,
    preview: Preview | None,
    spoken: wording.Language,
) -> list[dict[str, Any]]:
    errors = form.errors.get("impacts", {})
    loads = load_rows(preview, spoken)
    return [
        {"unit": units[int(key)], **row, "error": errors.get(key, ""), "load": loads.get(int(key))}
        for key, row in rows.items()
        if int(key) in units
    ]


def load_rows(preview: Preview | None, spoken: wording.Language) -> dict[int, dict[str, Any]]:
    """By unit: the drawing, and the hardest month in words."""
    if preview is None:
        return {}
    return {
        unit.unit_pk: {
            "unit_pk": unit.unit_pk,
            "chart": strip_chart(
                unit.used, unit.ceilings, headcount=unit.headcount, first=preview.first, language=spoken
            ),
            "mark": unit.mark,
            "hours": wording.number(unit.per_employee(unit.used[unit.hardest]) or 0, 1, spoken),
            "ceiling": unit.per_employee(unit.ceilings[unit.hardest]),
            "month": preview.first.plus(unit.hardest),
        }
        for unit in preview.units
    }
