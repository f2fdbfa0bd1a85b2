"""What the case costs and gives, with the finding as the heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.money.returns import (
    Costs,
    YearOfMoney,
    by_year,
    deepest,
    monthly_result,
    paid_back_after,
)
from takt.governance.clarifying.models import Estimate
from takt.interfaces.case_file.timing import Timing

YEARS_SHOWN = 6
MOST_MONTHS = 15 * 12
"""Longer than that nobody can promise."""


@dataclass(frozen=True, slots=True)
class Card:
    """A number in millions with its range."""

    term: str
    value: str
    unit: str
    range: str


@dataclass(frozen=True, slots=True)
class MoneyBlock:
    finding: str
    cards: Sequence[Card]
    years: Sequence[YearOfMoney]
    paid_back: int | None
    """The year, on the likely estimate."""


def money_block(estimate: Estimate, timing: Timing, language: wording.Language) -> MoneyBlock:
    likely = Costs(estimate.investment_dkk, estimate.running_dkk, estimate.benefit_dkk)
    careful = Costs(estimate.investment_high_dkk, estimate.running_high_dkk, estimate.benefit_low_dkk)
    paid_back, carefully = _year_paid_back(likely, timing), _year_paid_back(careful, timing)
    result = monthly_result(likely, lead_time=timing.lead_time, months=MOST_MONTHS)
    return MoneyBlock(
        finding=_finding(likely, deepest(result), paid_back, language),
        cards=(*_amounts(estimate, timing, language), _payback_card(paid_back, carefully)),
        years=by_year(likely, start=timing.start, lead_time=timing.lead_time, years=YEARS_SHOWN),
        paid_back=paid_back,
    )


def _year_paid_back(costs: Costs, timing: Timing) -> int | None:
    after = paid_back_after(monthly_result(costs, lead_time=timing.lead_time, months=MOST_MONTHS))
    return None if after is None else timing.start.plus(after).year


def _finding(costs: Costs, deepest_dkk: int, paid_back: int | None, language: wording.Language) -> str:
    if not costs.investment_dkk and not costs.running_dkk_per_year:
        return _("Koster ikke noget ud over medarbejdernes tid")
    if paid_back is not None:
        return _("Koster %(amount)s på det dyreste tidspunkt og er tjent hjem i %(year)s") % {
            "amount": wording.mio_kroner(deepest_dkk, language),
            "year": paid_back,
        }
    amounts = {
        "investment": wording.mio_kroner(costs.investment_dkk, language),
        "running": wording.mio_kroner(costs.running_dkk_per_year, language),
    }
    if not costs.benefit_dkk_per_year:
        return _("Koster %(investment)s og derefter %(running)s om året") % amounts
    return _("Koster %(investment)s og tjener sig ikke hjem i penge") % amounts


def _amounts(estimate: Estimate, timing: Timing, language: wording.Language) -> tuple[Card, ...]:
    last = timing.start.plus(max(0, timing.lead_time - 1))
    years = str(timing.start.year) if last.year == timing.start.year else f"{timing.start.year}–{last.year}"
    use = timing.go_live.year
    return (
        _card(_("Anlæg %(years)s") % {"years": years}, estimate, "investment", language),
        _card(_("Afledt drift om året"), estimate, "running", language),
        _card(_("Gevinst om året fra %(year)s") % {"year": use}, estimate, "benefit", language),
    )


def _card(term: str, estimate: Estimate, what: str, language: wording.Language) -> Card:
    low, likely, high = (getattr(estimate, f"{what}{end}_dkk") for end in ("_low", "", "_high"))

    def millions(dkk: int) -> str:
        decimals = 2 if max(abs(low), abs(high)) < 1_000_000 else 1
        return wording.number(dkk / 1_000_000, decimals, language)

    between = _("mellem %(low)s og %(high)s") % {"low": millions(low), "high": millions(high)}
    return Card(term, millions(likely), _("mio. kr."), between if low != high else "")


def _payback_card(likely: int | None, careful: int | None) -> Card:
    if likely is None:
        return Card(_("Tjent hjem"), _("Nej"), "", _("ikke inden for 15 år"))
    note = (
        _("ikke i det forsigtige skøn")
        if careful is None
        else _("%(year)s i det forsigtige skøn") % {"year": careful}
    )
    return Card(_("Tjent hjem"), str(likely), "", note)
