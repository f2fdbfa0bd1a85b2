"""The list of wishes as rows for a workbook. Eight queries, however many wishes there are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from takt.calculation.wording import join_list
from takt.foundation.design.templatetags.takt import language
from takt.governance.asking.models import Frequency, Supporter
from takt.governance.clarifying.models import Effort, Impact, StaffRole
from takt.governance.flow.models import Initiative, Obligation
from takt.governance.flow.stages import Stage
from takt.interfaces.exchange.workbook.layout import Format

DAY = "dd-mm-yyyy"
Value = str | int | date | None

_ASKED = ("trouble", "helps_own_unit", "helps_citizens", "helps_other_units", "frequency", "submitted_at")
_ANSWER = ("answer_due_date", "source")
_MONEY = ("investment_dkk", "running_dkk", "benefit_dkk")
_ESTIMATED = (
    *("prepare_months", "roll_out_months", "settle_months", *_MONEY, "price_year", "points_per_year"),
    *("earliest_start_month", "latest_go_live_month", "source"),
)
_FIELDS = (
    *("pk", "number", "title", "stage", "obligation", "changed_at", "unit__name"),
    *(f"wish__{field}" for field in (*_ASKED, *_ANSWER)),
    *(f"estimate__{field}" for field in _ESTIMATED),
)


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    width: int
    """In characters, as Excel counts."""
    value: Callable[[Mapping[str, Any]], Value]
    """From the fields of one wish to what stands in the cell; None leaves it empty."""
    format: str = Format.GENERAL
    """Excel's number format; of text, GENERAL."""

    @property
    def is_text(self) -> bool:
        return self.format == Format.GENERAL


def rows(found: QuerySet[Initiative]) -> Iterator[Mapping[str, Any]]:
    """The fields of each wish in order, with its supporters, days by role and people that it touches."""
    keys = found.order_by().values("pk")
    supporters = dict(
        Supporter.objects.filter(wish__initiative__in=keys)
        .values_list("wish__initiative")
        .annotate(Count("id"))
    )
    touched = dict(
        Impact.objects.filter(initiative__in=keys)
        .order_by()
        .values_list("initiative")
        .annotate(Sum("people"))
    )
    days = {
        (initiative, role): days
        for initiative, role, days in Effort.objects.filter(initiative__in=keys).values_list(
            "initiative", "role", "days"
        )
    }
    for fields in found.values(*_FIELDS).iterator(chunk_size=2_000):
        pk = fields["pk"]
        yield fields | {"supporters": supporters.get(pk, 0), "touched": touched.get(pk), "days": days}


def columns() -> list[Column]:
    """In the order of the process: what was asked, where it stands, what it takes. Headings as in the template."""
    return [*_of_the_wish(), *_of_the_answer(), *_of_the_estimate(), *_of_the_effort()]


def _of_the_wish() -> list[Column]:
    obligations = {
        Obligation.MUST: pgettext("forpligtelse", "skal"),
        Obligation.SHOULD: pgettext("forpligtelse", "bør"),
        Obligation.COULD: pgettext("forpligtelse", "kan"),
    }
    often = {frequency.value: str(frequency.label) for frequency in Frequency}
    return [
        Column(_("Nummer"), 11, lambda wish: wish["number"]),
        Column(_("Titel"), 44, lambda wish: wish["title"]),
        Column(_("Enhed"), 26, lambda wish: wish["unit__name"]),
        Column(_("Skal/bør/kan"), 13, lambda wish: obligations[wish["obligation"]]),
        Column(_("Hvad er besværligt i dag?"), 60, lambda wish: wish["wish__trouble"]),
        Column(_("Hvem får glæde af det?"), 24, _who_is_helped),
        Column(_("Hvor meget fylder det?"), 12, lambda wish: often.get(wish["wish__frequency"])),
        Column(_("Medunderskrivere"), 17, lambda wish: wish["supporters"], Format.WHOLE),
    ]


def _who_is_helped(wish: Mapping[str, Any]) -> str:
    helped = [
        word
        for field, word in (
            ("wish__helps_own_unit", _("os i afdelingen")),
            ("wish__helps_citizens", _("borgere")),
            ("wish__helps_other_units", _("andre afdelinger")),
        )
        if wish[field]
    ]
    return join_list(helped, language())


def _of_the_answer() -> list[Column]:
    stages = {stage.value: str(stage.label) for stage in Stage}
    return [
        Column(_("Trin"), 15, lambda wish: stages[wish["stage"]]),
        Column(_("Sendt"), 12, lambda wish: _day(wish["wish__submitted_at"]), DAY),
        Column(_("Svar senest"), 12, _answer_due, DAY),
        Column(_("Ændret"), 12, lambda wish: _day(wish["changed_at"]), DAY),
    ]


def _day(moment: datetime | None) -> date | None:
    return localdate(moment) if moment else None


def _answer_due(wish: Mapping[str, Any]) -> Value:
    """Only while the answer is owed."""
    due: date | None = wish["wish__answer_due_date"]
    return due if wish["stage"] == Stage.SUBMITTED else None


def _of_the_estimate() -> list[Column]:
    def estimated(heading: str, width: int, field: str, shown: str = Format.WHOLE) -> Column:
        return Column(heading, width, lambda wish: wish[f"estimate__{field}"], shown)

    return [
        estimated(_("Forberedelse (mdr.)"), 13, "prepare_months"),
        estimated(_("Udrulning (mdr.)"), 11, "roll_out_months"),
        estimated(_("Indkøring (mdr.)"), 11, "settle_months"),
        estimated(_("Tidligst start"), 12, "earliest_start_month", Format.MONTH),
        estimated(_("Senest i drift"), 12, "latest_go_live_month", Format.MONTH),
        estimated(_("Point pr. år"), 9, "points_per_year"),
        estimated(_("Anlæg (kr.)"), 13, "investment_dkk"),
        estimated(_("Drift pr. år (kr.)"), 13, "running_dkk"),
        estimated(_("Gevinst pr. år (kr.)"), 13, "benefit_dkk"),
        Column(_("Prisniveau"), 11, lambda wish: _year(wish["estimate__price_year"])),
    ]


def _year(year: int | None) -> str | None:
    """As text: a year has no thousands separator."""
    return str(year) if year else None


def _of_the_effort() -> list[Column]:
    roles = [
        Column(
            _("%(role)s, dage") % {"role": role.name},
            17,
            lambda wish, role=role.pk: wish["days"].get((wish["pk"], role)),  # type: ignore[misc]
            Format.WHOLE,
        )
        for role in StaffRole.objects.all()
    ]
    return [
        *roles,
        Column(_("Berørte medarbejdere"), 13, lambda wish: wish["touched"], Format.WHOLE),
        Column(_("Skønnets kilde"), 50, lambda wish: wish["estimate__source"]),
        Column(_("Ønskets kilde"), 50, lambda wish: wish["wish__source"]),
    ]
