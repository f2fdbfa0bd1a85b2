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
from takt.governance.deciding.hearing.on_case import on_case as hearing_on_case
from takt.governance.deciding.sending import why_not_send_on
from takt.governance.planning.question import month_of
from takt.interfaces.case_file.change import windows_of
from takt.interfaces.case_file.money import money_block
from takt.interfaces.case_file.queries import Case, case_of
from takt.interfaces.case_file.timing import Timing, timing_of
from takt.interfaces.workbench.drawings import month_scale
from takt.interfaces.workbench.estimating import line_rows, raw_days, role_rows, training_doubt
from takt.interfaces.workbench.preview import Preview, preview_of
from takt.interfaces.workbench.reading import typed
from takt.interfaces.workbench.receiver import Receiver, receiver_of
from takt.interfaces.workbench.screening import screening_context
from takt.interfaces.workbench.sections import sections_of
from takt.interfaces.workbench.seen import written
from takt.interfaces.workbench.touching import touching_context
from takt.interfaces.workbench.units import load_words, unit_rows
from takt.interfaces.workbench.weighing import Read, weighing_context


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has written but not saved; None means as it is saved."""

    guess: GuessForm | None = None
    impacts: Mapping[str, Mapping[str, str]] | None = None
    wanted: Mapping[int, Carried] | None = None
    days: Mapping[int, Mapping[str, str]] | None = None
    rows: Mapping[str, Read] = field(default_factory=dict)
    """Options, systems and risks, by part."""
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
    receiver: Receiver
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
    case, now = case_of(number, reader=reader), timezone.now()
    assignment = Assignment.objects.filter(initiative=case.initiative).select_related("person").first()
    gathered = gather(case.initiative, at=now)
    return Bench(
        case,
        reader,
        assignment,
        gathered,
        receiver_of(case.initiative, at=now),
        rules.why_not_work(case.initiative, reader),
        why_not_send_on(case.initiative, assignment, gathered, reader),
    )


def context_of(bench: Bench, form: Typed, spoken: wording.Language) -> dict[str, Any]:
    case, reader = bench.case, bench.reader
    timing = timing_of(case, this_month=month_of(timezone.localdate()))
    wanted = bench.carried if form.wanted is None else form.wanted
    preview = preview_of(case, timing, wanted, spoken)
    is_over = preview is not None and preview.is_over
    return {
        "case": case,
        "initiative": case.initiative,
        "bench": bench,
        "typed": form,
        "receiver": bench.receiver,
        "sections": sections_of(case.initiative, bench.checklist, is_over=is_over),
        "scoring": scoring_block(case.initiative, reader=reader),
        "readiness": readiness_block(case.initiative, reader=reader),
        "hearing": hearing_on_case(case.initiative, reader=reader),
        **_guess_context(bench, form, timing, spoken),
        **_unit_context(bench, form, preview, spoken),
        **load_words(preview, case, has_units=bool(wanted)),
        "windows_url": windows_of(case, timing),
        **_effort_context(bench, form, spoken),
        **weighing_context(case.initiative, form.rows, spoken),
        **touching_context(case.initiative, form.rows.get("systems"), spoken),
        **screening_context(
            case.initiative,
            reader=reader,
            answered=form.answered,
            inclusion_form=form.inclusion,
            goals=form.goals,
            spoken=spoken,
        ),
    }


def _guess_context(
    bench: Bench, form: Typed, timing: Timing | None, spoken: wording.Language
) -> dict[str, Any]:
    estimate, impacts = bench.case.estimate, bench.case.impacts
    guess_form = form.guess or GuessForm(initial=initial_of(bench.guess, spoken) | _suggested(bench))
    hours = [(str(one.unit), one.training_hours) for one in impacts]
    return {
        "guess_form": guess_form,
        "line_rows": line_rows(guess_form, spoken),
        "training_doubt": training_doubt(guess_form, hours),
        "money_finding": money_block(estimate, timing, spoken).finding
        if estimate and timing
        else _("Økonomi og tid er ikke skønnet"),
    }


def _suggested(bench: Bench) -> dict[str, Any]:
    """A first estimate is in the prices of this year."""
    return {} if bench.guess else {"price_year": timezone.localdate().year}


def _unit_context(
    bench: Bench, form: Typed, preview: Preview | None, spoken: wording.Language
) -> dict[str, Any]:
    units = {unit.pk: unit for unit in Unit.objects.all()}
    rows = typed(bench.carried) if form.impacts is None else form.impacts
    return {
        "unit_rows": unit_rows(rows, units, form.errors.get("impacts", {}), preview, spoken),
        "load_scale": month_scale(preview.first, preview.months, spoken) if preview else "",
        "seen_impacts": written(bench.carried),
        "other_units": [unit for key, unit in units.items() if str(key) not in rows],
    }


def _effort_context(bench: Bench, form: Typed, spoken: wording.Language) -> dict[str, Any]:
    raw = raw_days(bench.days) if form.days is None else form.days
    errors = form.errors.get("days", {})
    return {
        "effort_rows": role_rows(list(StaffRole.objects.all()), raw, errors, spoken),
        "seen_days": written(bench.days),
        "days_in_all": sum(one.likely for one in bench.days.values()),
    }
