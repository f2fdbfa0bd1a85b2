"""The way of one case to a decision, by the model version that it follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.governance_path import Body, CaseFacts, Path, path_for
from takt.foundation.design.templatetags.takt import language
from takt.governance.clarifying.models import Estimate, Impact
from takt.governance.deciding import queries
from takt.governance.deciding.models import ModelVersion
from takt.governance.deciding.words import (
    StepInWords,
    case_in_words,
    path_in_words,
    steps_in_words,
    what_lacks,
)


@dataclass(frozen=True, slots=True)
class DecisionPath:
    """What a case file says. Without steps the finding says what is missing."""

    finding: str
    text: str = ""
    steps: Sequence[StepInWords] = ()
    lacking: Sequence[str] = ()
    """When nobody may decide: why each mandate does not reach."""
    note: str = ""
    """What happens if the high estimates come true."""
    note_word: str = ""
    version: ModelVersion | None = None
    path: Path | None = None


def decision_path(
    version: ModelVersion | None, estimate: Estimate | None, impacts: Sequence[Impact], *, is_decided: bool
) -> DecisionPath:
    """``version``: the one in force for the case: today, or when it was decided (``is_decided``)."""
    if version is None:
        return _without_model(is_decided=is_decided)
    if estimate is None or not impacts:
        return DecisionPath(_("Kan ikke siges endnu"), _missing(estimate, impacts), version=version)
    areas = queries.areas()
    case = case_facts(estimate, impacts, areas)
    high = replace(case, investment_dkk=estimate.investment_high_dkk, running_dkk=estimate.running_high_dkk)
    bodies = queries.path_bodies_of(version)
    path = path_for(case, bodies)
    note = _note(path, high, bodies)
    return DecisionPath(
        finding=_finding(path, is_decided=is_decided),
        text=_in_short(case, path, len(case.areas)),
        steps=steps_in_words(path, case, areas.names),
        lacking=[what_lacks(body, mandate, case, areas.names) for body, mandate in path.lacking],
        note=note,
        note_word=_("Højt skøn") if note else "",
        version=version,
        path=path,
    )


def case_facts(estimate: Estimate, impacts: Sequence[Impact], areas: queries.Areas) -> CaseFacts:
    """What decides the way; ``impacts``: at least one."""
    touched = areas.touched_by(impact.unit_id for impact in impacts)
    return CaseFacts(touched, estimate.investment_dkk, estimate.running_dkk)


def _without_model(*, is_decided: bool) -> DecisionPath:
    if is_decided:
        return DecisionPath(
            _("Kendes ikke"), _("Sagen blev besluttet, før styringsmodellen blev skrevet ind i Takt.")
        )
    return DecisionPath(
        _("Kan ikke siges endnu"),
        _(
            "Kommunen har ingen styringsmodel i Takt. Digitaliseringskonsulenten kan skrive den under Styring."
        ),
    )


def _missing(estimate: Estimate | None, impacts: Sequence[Impact]) -> str:
    if estimate is None and not impacts:
        return _("Det kræver et skøn over anlæg og drift, og at vi ved, hvilke enheder der skal ændre sig.")
    if estimate is None:
        return _("Det kræver et skøn over anlæg og drift.")
    return _("Det kræver, at vi ved, hvilke enheder der skal ændre sig.")


def _finding(path: Path, *, is_decided: bool) -> str:
    if path.decider is None:
        return _("Ingen har mandat til at beslutte sagen")
    body = {"body": path.decider.body.name}
    return (
        _("%(body)s skulle beslutte sagen") % body if is_decided else _("%(body)s skal beslutte sagen") % body
    )


def _in_short(case: CaseFacts, path: Path, areas: int) -> str:
    """“Tværgående og over 1.000.000 kr.: Teknologirådet anbefaler, Direktionen beslutter. Rammer to områder.”"""
    where = _("Rammer %(areas)s områder.") % {"areas": wording.count(areas, language())} if areas > 1 else ""
    return f"{case_in_words(case, path)}: {path_in_words(path)}. {where}".strip()


def _note(path: Path, high: CaseFacts, bodies: Sequence[Body]) -> str:
    """Empty when the high estimates lead the same way."""
    other = path_for(high, bodies)
    if [step.body for step in other.steps] == [step.body for step in path.steps] and (
        (other.decider is None) == (path.decider is None)
    ):
        return ""
    amounts = {
        "investment": wording.kroner(high.investment_dkk, language()),
        "running": wording.kroner(high.running_dkk, language()),
        "path": path_in_words(other),
    }
    return (
        _("Bliver det %(investment)s i anlæg og %(running)s om året i drift, er vejen: %(path)s.") % amounts
    )
