"""Options, risks and the benefit owner on the workbench: read the forms, and lay out what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.foundation.people.models import Person, Role
from takt.foundation.people.naming import names_of, people_meant
from takt.governance.clarifying.forms import KronerField, whole
from takt.governance.clarifying.models import BenefitOwner, OptionKind, OptionOutcome, OwnerAnswer
from takt.governance.clarifying.weighing import (
    RiskTold,
    Weighed,
    options_as_they_stand,
    risks_as_they_stand,
)
from takt.governance.flow.models import Initiative
from takt.interfaces.workbench.drawings import RiskPoint, risk_matrix
from takt.interfaces.workbench.seen import written

OPTION_FIELDS = ("assessment", "cost", "outcome", "reason")
RISK_FIELDS = ("text", "probability", "consequence", "owner", "response")
NEW_RISKS = ("new-1", "new-2")
SUGGESTED = 40

Raw = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Read:
    """What stands in the fields, what it means, and what is wrong with it, by row."""

    raw: Raw
    wanted: Mapping[str, Any]
    errors: Mapping[str, str]


def read_options(given: Mapping[str, str]) -> Read:
    """A row without words has not been considered."""
    raw = {kind: _row(given, kind, OPTION_FIELDS) for kind in OptionKind.values}
    wanted: dict[str, Weighed] = {}
    errors: dict[str, str] = {}
    for kind, row in raw.items():
        if not any(row[name].strip() for name in ("assessment", "cost", "reason")):
            continue
        try:
            cost = KronerField().clean(row["cost"]) if row["cost"].strip() else None
        except ValidationError as wrong:
            errors[kind] = str(wrong.messages[0])
            continue
        outcome = row["outcome"] if row["outcome"] in OptionOutcome.values else OptionOutcome.OPEN.value
        wanted[kind] = Weighed(row["assessment"].strip()[:1_000], cost, outcome, row["reason"].strip()[:500])
    return Read(raw, wanted, errors)


def read_risks(given: Mapping[str, str]) -> Read:
    """A row whose text is emptied is taken away."""
    keys = [name.removeprefix("text-") for name in given if name.startswith("text-")]
    raw = {key: _row(given, key, RISK_FIELDS) for key in keys if key in NEW_RISKS or _is_key(key)}
    told = {key: row for key, row in raw.items() if row["text"].strip()}
    owners = people_meant(row["owner"] for row in told.values())
    wanted: dict[str, RiskTold] = {}
    errors: dict[str, str] = {}
    for key, row in told.items():
        owner = owners.get(row["owner"])
        if row["owner"].strip() and owner is None:
            errors[key] = _("Takt kender ikke %(name)s. Skriv hele navnet eller e-mailen.") % {
                "name": row["owner"]
            }
            continue
        probability, consequence = (whole(row, name, most=5) or 0 for name in ("probability", "consequence"))
        wanted[key] = RiskTold(
            row["text"].strip()[:300],
            probability,
            consequence,
            owner.pk if owner else None,
            row["response"].strip()[:500],
        )
    return Read(raw, wanted, errors)


def _row(given: Mapping[str, str], key: str, fields: Sequence[str]) -> dict[str, str]:
    return {name: given.get(f"{name}-{key}", "") for name in fields}


def _is_key(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) < 12


def weighing_context(
    initiative: Initiative, form: Mapping[str, Read], spoken: wording.Language
) -> dict[str, Any]:
    """``form``: what somebody has written and not saved, by part."""
    options, risks = options_as_they_stand(initiative), risks_as_they_stand(initiative)
    owner = BenefitOwner.objects.filter(initiative=initiative).select_related("person").first()
    return {
        "option_rows": _option_rows(_raw_options(options, spoken), form.get("options")),
        "option_outcomes": OptionOutcome.choices,
        "seen_options": written(options),
        "option_finding": option_finding(options),
        **_risks(initiative, risks, form.get("risks"), spoken),
        "owner": owner,
        "owner_finding": owner_finding(owner),
        "suggested_people": list(names_of(suggested_people(initiative)).values()),
    }


def _raw_options(options: Mapping[str, Weighed], spoken: wording.Language) -> dict[str, dict[str, str]]:
    return {
        kind: {
            "assessment": one.assessment,
            "cost": "" if one.cost_dkk is None else wording.number(one.cost_dkk, 0, spoken),
            "outcome": one.outcome,
            "reason": one.reason,
        }
        for kind, one in options.items()
    }


def _option_rows(saved: Raw, form: Read | None) -> list[dict[str, Any]]:
    raw = form.raw if form else saved
    errors = form.errors if form else {}
    blank = {"assessment": "", "cost": "", "outcome": OptionOutcome.OPEN.value, "reason": ""}
    return [
        {
            "kind": kind.value,
            "name": kind.label,
            "error": errors.get(kind.value, ""),
            **raw.get(kind.value, blank),
        }
        for kind in OptionKind
    ]


def option_finding(options: Mapping[str, Weighed]) -> str:
    chosen = [kind for kind, one in options.items() if one.outcome == OptionOutcome.CHOSEN]
    if chosen:
        return _("Vi vælger: %(option)s") % {"option": str(OptionKind(chosen[0]).label).lower()}
    if not options:
        return _("Ingen muligheder er vejet endnu")
    return _("Ingen af mulighederne er valgt endnu")


def _risks(
    initiative: Initiative, risks: Mapping[str, RiskTold], form: Read | None, spoken: wording.Language
) -> dict[str, Any]:
    people = names_of(one.owner for one in initiative.risks.select_related("owner") if one.owner)
    saved: Raw = {
        key: {
            "text": one.text,
            "probability": str(one.probability),
            "consequence": str(one.consequence),
            "owner": people.get(one.owner or 0, ""),
            "response": one.response,
        }
        for key, one in risks.items()
    }
    raw = {**(form.raw if form else saved)}
    for key in NEW_RISKS:
        raw.setdefault(key, dict.fromkeys(RISK_FIELDS, ""))
    errors = form.errors if form else {}
    points = [
        RiskPoint(number, one.probability, one.consequence) for number, one in enumerate(risks.values(), 1)
    ]
    return {
        "risk_rows": [
            {"key": key, "number": number if key in risks else "", "error": errors.get(key, ""), **row}
            for number, (key, row) in enumerate(raw.items(), 1)
        ],
        "seen_risks": written(risks),
        "risk_finding": risk_finding(risks, spoken),
        "risk_matrix": risk_matrix(points) if points else "",
        "scale": ["1", "2", "3", "4", "5"],
    }


GREAT = 12
"""Probability times consequence from which a risk is called great: the upper right of the matrix."""


def risk_finding(risks: Mapping[str, RiskTold], spoken: wording.Language) -> str:
    if not risks:
        return _("Ingen risici er beskrevet endnu")
    great = [one for one in risks.values() if one.probability * one.consequence >= GREAT]
    if not great:
        return _("Ingen af risiciene er store")
    words = wording.count(len(great), spoken)
    return ngettext("Én risiko er stor: %(risk)s", "%(words)s risici er store", len(great)) % {
        "risk": great[0].text,
        "words": words[0].upper() + words[1:],
    }


def owner_finding(owner: BenefitOwner | None) -> str:
    if owner is None or owner.person is None:
        return _("Ingen er udpeget som gevinstejer")
    return {
        OwnerAnswer.WAITING: _("%(person)s er spurgt og har ikke svaret"),
        OwnerAnswer.ACCEPTED: _("%(person)s står for gevinsten"),
        OwnerAnswer.DECLINED: _("%(person)s har sagt nej"),
    }[OwnerAnswer(owner.answer)] % {"person": owner.person}


def suggested_people(initiative: Initiative) -> Sequence[Person]:
    """Who might answer for a benefit or a risk: leaders, and people in the units that must change."""
    units = [initiative.unit_id, *initiative.impacts.values_list("unit", flat=True)]
    near = Person.objects.filter(is_active=True, unit__in=units)
    leaders = Person.objects.filter(
        is_active=True, role_holdings__role__in=[Role.UNIT_MANAGER, Role.DIRECTOR, Role.PROJECT_LEADER]
    )
    return list((near | leaders).distinct().order_by("sort_key", "id")[:SUGGESTED])
