"""Mandates and ways to a decision as a civil servant would say them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.governance_path import Body, CaseFacts, Level, Mandate, Path, Scope, Step
from takt.foundation.design.templatetags.takt import language


def mandate_in_words(mandate: Mandate, areas: Mapping[int, str]) -> str:
    """“Beslutter tværgående sager op til 1.000.000 kr. i anlæg og 250.000 kr. om året i drift.”

    ``areas``: names by key.
    """
    sentence = {
        Level.QUALIFY: _("Kvalificerer %(cases)s%(where)s%(limits)s."),
        Level.RECOMMEND: _("Anbefaler %(cases)s%(where)s%(limits)s."),
        Level.DECIDE: _("Beslutter %(cases)s%(where)s%(limits)s."),
    }[mandate.level]
    limits = limits_in_words(mandate)
    return sentence % {
        "cases": cases_in_words(mandate.scope),
        "where": where_in_words(mandate, areas),
        "limits": f" {limits}" if limits else _(", uanset beløb"),
    }


def cases_in_words(scope: Scope) -> str:
    return {
        Scope.LOCAL: _("lokale sager"),
        Scope.CROSS_CUTTING: _("tværgående sager"),
        Scope.BOTH: _("alle sager"),
    }[scope]


def where_in_words(mandate: Mandate, areas: Mapping[int, str]) -> str:
    if not mandate.areas:
        return ""
    names = sorted(areas.get(area, "?") for area in mandate.areas)
    return _(" i %(areas)s") % {"areas": wording.join_list(names, language())}


def limits_in_words(mandate: Mandate) -> str:
    """Empty without any limit."""
    investment, running = mandate.investment_limit_dkk, mandate.running_limit_dkk
    if investment is None and running is None:
        return ""
    amounts = {"investment": _kroner(investment or 0), "running": _kroner(running or 0)}
    if running is None:
        return _("op til %(investment)s i anlæg") % amounts
    if investment is None:
        return _("op til %(running)s om året i drift") % amounts
    return _("op til %(investment)s i anlæg og %(running)s om året i drift") % amounts


def does_in_words(step: Step) -> str:
    """“Teknologirådet anbefaler”."""
    sentence = {
        Level.QUALIFY: _("%(body)s kvalificerer"),
        Level.RECOMMEND: _("%(body)s anbefaler"),
        Level.DECIDE: _("%(body)s beslutter"),
    }[step.level]
    return sentence % {"body": step.body.name}


def path_in_words(path: Path) -> str:
    """“Teknologirådet anbefaler, Direktionen beslutter”; what nobody may decide is said last."""
    said = [does_in_words(step) for step in path.steps]
    if path.decider is None:
        said.append(_("ingen må beslutte"))
    return ", ".join(said)


def case_in_words(case: CaseFacts, path: Path) -> str:
    """“Tværgående og over 1.000.000 kr.”: what it is about the case that leads it this way."""
    kind = kind_in_words(case.scope)
    passed = [mandate for _body, mandate in path.too_small]
    investment = _highest_passed(case.investment_dkk, (one.investment_limit_dkk for one in passed))
    running = _highest_passed(case.running_dkk, (one.running_limit_dkk for one in passed))
    words = {"kind": kind, "investment": _kroner(investment or 0), "running": _kroner(running or 0)}
    if investment is not None:
        return _("%(kind)s og over %(investment)s") % words
    if running is not None:
        return _("%(kind)s og over %(running)s om året i drift") % words
    limits = limits_in_words(path.decider.mandate) if path.decider else ""
    return _("%(kind)s og %(limits)s") % {"kind": kind, "limits": limits} if limits else kind


def kind_in_words(scope: Scope) -> str:
    return _("Tværgående") if scope is Scope.CROSS_CUTTING else _("Lokal")


def _highest_passed(amount: int, limits: Iterable[int | None]) -> int | None:
    return max((limit for limit in limits if limit is not None and amount > limit), default=None)


def why_step(step: Step, path: Path, case: CaseFacts, areas: Mapping[int, str]) -> str:
    """The mandate, and why the body may not decide by itself when it otherwise does."""
    said = [mandate_in_words(step.mandate, areas)]
    said += [
        _full_stop(
            _("Må selv beslutte %(limits)s; %(over)s")
            % {"limits": limits_in_words(mandate), "over": _over(mandate, case)}
        )
        for body, mandate in path.too_small
        if body is step.body
    ]
    return " ".join(said)


def _over(mandate: Mandate, case: CaseFacts) -> str:
    """What of the case is above the limits, as the end of a sentence that has yet to get its full stop."""
    over = []
    if mandate.investment_limit_dkk is not None and case.investment_dkk > mandate.investment_limit_dkk:
        over.append(_("anlæg er %(amount)s") % {"amount": _kroner(case.investment_dkk)})
    if mandate.running_limit_dkk is not None and case.running_dkk > mandate.running_limit_dkk:
        over.append(_("driften er %(amount)s om året") % {"amount": _kroner(case.running_dkk)})
    return wording.join_list(over, language()).rstrip(".")


def what_lacks(body: Body, mandate: Mandate, case: CaseFacts, areas: Mapping[int, str]) -> str:
    """Why this mandate to decide does not reach the case."""
    held = mandate_in_words(mandate, areas)
    if mandate.scope not in (Scope.BOTH, case.scope):
        why = _("Sagen er tværgående.") if case.scope is Scope.CROSS_CUTTING else _("Sagen er lokal.")
    elif not mandate.concerns(case):
        outside = sorted(areas.get(area, "?") for area in case.areas - mandate.areas)
        why = _("Sagen rammer også %(areas)s.") % {"areas": wording.join_list(outside, language())}
    else:
        over = _over(mandate, case)
        why = _full_stop(over[:1].upper() + over[1:])
    return _("%(body)s: %(held)s %(why)s") % {"body": body.name, "held": held, "why": why}


@dataclass(frozen=True, slots=True)
class StepInWords:
    key: str
    level: Level
    does: str
    why: str


def steps_in_words(path: Path, case: CaseFacts, areas: Mapping[int, str]) -> list[StepInWords]:
    return [
        StepInWords(step.body.key, step.level, does_in_words(step), why_step(step, path, case, areas))
        for step in path.steps
    ]


def _full_stop(sentence: str) -> str:
    """One that ends with “kr.” has it already."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def _kroner(dkk: int) -> str:
    return wording.kroner(dkk, language())
