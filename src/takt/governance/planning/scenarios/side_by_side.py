"""Futures beside each other in the figures that a leader weighs, each with its difference from the first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.calculation.scenarios.comparing import Comparison
from takt.calculation.scenarios.outcome import MoneyOutcome, Outcome, RoleOutcome

IN_USE_AFTER_YEARS = 2


@dataclass(frozen=True, slots=True)
class Figure:
    text: str
    difference: str
    """``+1``, ``−0,8``; empty when there is none to tell."""
    is_bad: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """One column: what it is called, and how to read it from an outcome."""

    title: str
    read: Callable[[Outcome], int | None]
    per: int = 1
    decimals: int = 0
    of: Callable[[Outcome], int] | None = None
    """Shown as “3 af 3”."""
    bad_above: int | None = None
    must_be_all: bool = False

    def figure(self, outcome: Outcome, base: Outcome | None, language: wording.Language) -> Figure:
        amount, before = self.read(outcome), self.read(base) if base else None
        if amount is None:
            return Figure("", "", is_bad=False)
        text = self._said(amount, language)
        if self.of is not None:
            text = _("%(some)s af %(all)s") % {"some": text, "all": self._said(self.of(outcome), language)}
        return Figure(text, self._difference(amount, before, language), self._is_bad(amount, outcome))

    def _is_bad(self, amount: int, outcome: Outcome) -> bool:
        too_much = self.bad_above is not None and amount > self.bad_above
        return too_much or (self.must_be_all and self.of is not None and amount < self.of(outcome))

    def _said(self, amount: int, language: wording.Language) -> str:
        return wording.number(Fraction(amount, self.per), self.decimals, language)

    def _difference(self, amount: int, before: int | None, language: wording.Language) -> str:
        if before is None:
            return ""
        said = self._said(amount - before, language)
        if self._said(0, language) == said.removeprefix("−"):
            return ""
        return said if said.startswith("−") else f"+{said}"


def measures(base: Outcome) -> list[Measure]:
    """The columns, chosen by what the base spends and lacks."""
    horizon = base.first.plus(base.months - 1)
    in_use = min(Month(base.first.year + IN_USE_AFTER_YEARS - 1, 12), horizon)
    chosen = [
        Measure(_("I planen"), lambda one: len(one.start)),
        Measure(
            _("I drift ved udgangen af %(year)s") % {"year": in_use.year}, lambda one: one.in_use_by(in_use)
        ),
        Measure(_("Enhedsmåneder over loftet"), lambda one: one.unit_months_over, bad_above=0),
        Measure(
            _("Lovfrister overholdt"),
            lambda one: one.duties_kept,
            of=lambda one: len(one.duties),
            must_be_all=True,
        ),
    ]
    chosen += [_money(largest) for largest in _largest_of_first_and_last_year(base)]
    chosen.append(Measure(_("Værdi, point"), lambda one: one.value_twelfths, per=12))
    scarcest = max(base.roles, key=_scarcity, default=None)
    return [*chosen, _free(scarcest)] if scarcest else chosen


def _largest_of_first_and_last_year(base: Outcome) -> list[MoneyOutcome]:
    years = sorted({one.year for one in base.money})
    ends = dict.fromkeys([years[0], years[-1]]) if years else {}
    return [max((one for one in base.money if one.year == year), key=lambda one: one.dkk) for year in ends]


def _money(largest: MoneyOutcome) -> Measure:
    return Measure(
        _("%(frame)s %(year)s, mio. kr.") % {"frame": largest.name, "year": largest.year},
        lambda one: one.dkk(largest.frame, largest.year),
        per=1_000_000,
        decimals=1,
    )


def _scarcity(role: RoleOutcome) -> Fraction:
    return Fraction(role.used_days, role.days) if role.days else Fraction(0)


def _free(role: RoleOutcome) -> Measure:
    def without(outcome: Outcome) -> int | None:
        return next((one.months_without_free for one in outcome.roles if one.id == role.id), None)

    return Measure(
        _("Måneder uden ledig: %(role)s") % {"role": role.name}, without, of=lambda one: one.months
    )


def finding(letter: str, comparison: Comparison, language: wording.Language) -> str:
    """“B giver ét initiativ mere og 4 % mere værdi, men 2 enhedsmåneder mere over loftet.”"""
    said = [part for part in (_chosen(comparison, language), _value(comparison, language)) if part]
    over = _over(comparison)
    if not said and not over:
        return _("%(letter)s giver det samme.") % {"letter": letter}
    gains = wording.join_list(said or [_("de samme initiativer")], language)
    better = (comparison.value_more_twelfths >= 0) == (comparison.over_more <= 0)
    link = _("og") if better else _("men")
    words = {"letter": letter, "gains": gains, "link": link, "over": over}
    if over:
        return _("%(letter)s giver %(gains)s, %(link)s %(over)s.") % words
    return _("%(letter)s giver %(gains)s.") % words


def _chosen(comparison: Comparison, language: wording.Language) -> str:
    much = comparison.chosen_more
    if not much:
        return ""
    counted = wording.count(abs(much), language)
    if much > 0:
        return ngettext("ét initiativ mere", "%(n)s initiativer mere", much) % {"n": counted}
    return ngettext("ét initiativ færre", "%(n)s initiativer færre", -much) % {"n": counted}


def _value(comparison: Comparison, language: wording.Language) -> str:
    percent = comparison.value_more_percent
    if percent is None or abs(percent) < 0.05:
        return ""
    much = wording.number(abs(percent), 1, language)
    return (_("%(much)s %% mere værdi") if percent > 0 else _("%(much)s %% mindre værdi")) % {"much": much}


def _over(comparison: Comparison) -> str:
    much = comparison.over_more
    if much > 0:
        return ngettext("én enhedsmåned mere over loftet", "%(n)s enhedsmåneder mere over loftet", much) % {
            "n": much
        }
    if much < 0:
        return ngettext(
            "én enhedsmåned færre over loftet", "%(n)s enhedsmåneder færre over loftet", -much
        ) % {"n": -much}
    return ""


def headline(findings: Sequence[str]) -> str:
    """Of the first two futures; the table has them all."""
    return " ".join(findings[:2]).removesuffix(".") or _("Se en anden fremtid, før I beslutter den")
