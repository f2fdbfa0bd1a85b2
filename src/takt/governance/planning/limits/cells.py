"""A cell as someone wrote it, in a form or a workbook, as the plain value of its column; and back in words."""

from decimal import Decimal

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.cells import Cell, Unclear, month_of, names_of, number_of, text_of
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.limits.months import read_month
from takt.governance.planning.limits.sections import Column, Kind, Value
from takt.governance.planning.limits.standing import plain
from takt.governance.planning.models import FrameKind

_ARTS = {
    "anlæg": FrameKind.INVESTMENT,
    "anlaeg": FrameKind.INVESTMENT,
    "investment": FrameKind.INVESTMENT,
    "drift": FrameKind.RUNNING,
    "running": FrameKind.RUNNING,
    "running costs": FrameKind.RUNNING,
}
_YES = {"ja": True, "x": True, "yes": True, "on": True, "nej": False, "no": False}
MOST_NAMES = 500
MOST_TEXT = 30_000


def read_cell(cell: Cell, column: Column) -> Value:
    """None, False or no names for an empty one. Raises Unclear, with what to write instead."""
    text = text_of(cell)
    if not text:
        if column.required:
            raise Unclear(_("Feltet er tomt, men skal udfyldes."))
        empty: dict[Kind, Value] = {Kind.YES: False, Kind.NAMES: [], Kind.TEXT: ""}
        return empty.get(column.kind)
    if len(text) > MOST_TEXT:
        raise Unclear(_("Teksten er for lang."))
    return _READ[column.kind](cell, column)


def _text(cell: Cell, column: Column) -> Value:
    text = text_of(cell)
    if not text.isprintable():
        raise Unclear(_("Teksten har tegn, der ikke kan vises. Skriv den igen."))
    if len(text) > column.most:
        raise Unclear(_("Teksten er for lang. Skriv højst %(most)d tegn.") % {"most": column.most})
    return text


def _number(cell: Cell, column: Column) -> Decimal:
    try:
        value = number_of(cell)
    except Unclear:
        raise Unclear(_("Skriv et tal, fx 12 eller 1.250.000.")) from None
    if not column.least <= value <= column.most:
        words = {
            "least": wording.number(column.least, 0, language()),
            "most": wording.number(column.most, 0, language()),
        }
        raise Unclear(_("Skriv et tal fra %(least)s til %(most)s.") % words)
    return value


def _whole(cell: Cell, column: Column) -> Value:
    value = _number(cell, column)
    if value != value.to_integral_value():
        raise Unclear(_("Skriv et helt tal."))
    return int(value)


def _decimal(cell: Cell, column: Column) -> Value:
    value = _number(cell, column)
    places = -int(value.normalize().as_tuple().exponent)
    if places > column.decimals:
        raise Unclear(_("Skriv højst %(places)d decimaler.") % {"places": column.decimals})
    return plain(value)


def _month(cell: Cell, column: Column) -> Value:  # noqa: ARG001 - all readers are called alike
    try:
        return str(month_of(cell))
    except Unclear:
        raise Unclear(_("Skriv måneden som 2027-04, 1-4-2027 eller april 2027.")) from None


def _yes(cell: Cell, column: Column) -> Value:  # noqa: ARG001
    said = _YES.get(text_of(cell).casefold())
    if said is None:
        raise Unclear(_("Skriv ja eller nej."))
    return said


def _art(cell: Cell, column: Column) -> Value:  # noqa: ARG001
    kind = _ARTS.get(text_of(cell).casefold())
    if kind is None:
        raise Unclear(_("Skriv Anlæg eller Drift."))
    return kind.value


def _names(cell: Cell, column: Column) -> Value:  # noqa: ARG001
    names = list(names_of(cell))
    if len(names) > MOST_NAMES:
        raise Unclear(_("Der er for mange navne. Skriv højst %(most)d.") % {"most": MOST_NAMES})
    return names


_READ = {
    Kind.TEXT: _text,
    Kind.WHOLE: _whole,
    Kind.DECIMAL: _decimal,
    Kind.MONTH: _month,
    Kind.YES: _yes,
    Kind.ART: _art,
    Kind.NAMES: _names,
}


def written(value: Value, column: Column) -> str:
    """As it stands in a form, ready to be read again."""
    if value is None or value == "":
        return ""
    match column.kind:
        case Kind.WHOLE if column.most > 1_000_000:
            return wording.number(int(str(value)), 0)
        case Kind.DECIMAL:
            return str(value).replace(".", ",")
        case Kind.YES:
            return "ja" if value else ""
        case Kind.ART:
            return {FrameKind.INVESTMENT: "Anlæg", FrameKind.RUNNING: "Drift"}[FrameKind(str(value))]
        case Kind.NAMES:
            return "; ".join(str(name) for name in value) if isinstance(value, list) else str(value)
        case _:
            return str(value)


def in_words(value: Value, column: Column) -> str:
    """For reading, in the reader's language; a dash where nothing stands."""
    if value is None or value in ("", []):
        return "–"
    match column.kind:
        case Kind.WHOLE if column.most > 1_000_000:
            return wording.kroner(int(str(value)), language())
        case Kind.DECIMAL:
            decimals = max(1, -int(Decimal(str(value)).as_tuple().exponent))
            return wording.number(Decimal(str(value)), decimals, language())
        case Kind.MONTH:
            return wording.month_name(read_month(value), language())
        case Kind.YES:
            return _("ja") if value else _("nej")
        case Kind.ART:
            return str(FrameKind(str(value)).label)
        case Kind.NAMES:
            return (
                wording.join_list([str(one) for one in value], language()) if isinstance(value, list) else ""
            )
        case _:
            return str(value)
