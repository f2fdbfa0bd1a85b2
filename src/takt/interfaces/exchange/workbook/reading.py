"""From the cells of a wish workbook to plain content: everything that is wrong is said at once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from takt.calculation.cells import key_of, text_of
from takt.interfaces.exchange.workbook.agreement import disagreements
from takt.interfaces.exchange.workbook.content import (
    DEFAULT_SIZES,
    Content,
    Frame,
    Freeze,
    Role,
    Settings,
    Size,
    Unit,
    Wish,
)
from takt.interfaces.exchange.workbook.grid import Sheet, read_grid
from takt.interfaces.exchange.workbook.layout import (
    FRAMES,
    FREEZE_COLUMNS,
    FREEZES,
    GUIDE,
    OBLIGATIONS,
    ROLE_COLUMNS,
    ROLES,
    SETTING_COLUMNS,
    SETTINGS,
    SIZE_COLUMNS,
    SIZE_NAMES,
    SIZES,
    UNIT_COLUMNS,
    UNITS,
    WISHES,
    frame_columns,
)
from takt.interfaces.exchange.workbook.refusals import Mistake, Mistakes
from takt.interfaces.exchange.workbook.rows import Found, Row, rows_of
from takt.interfaces.exchange.workbook.wish_layout import wish_columns

MOST_DKK = 10**11
MOST_MONTHS = 120
MOST_PEOPLE = 1_000_000
MOST_POINTS = 1_000_000
MOST_DAYS = 100_000
_YEARS = range(2000, 2201)


def read_content(data: bytes) -> Content:
    """What the workbook or CSV file says; half-filled is allowed.

    Raises NotReadable when the file cannot be opened, and Mistakes with everything that must be put right.
    """
    found = Found()
    content = _content(read_grid(data), found)
    mistakes = found.mistakes or [found.lettered(mistake) for mistake in disagreements(content)]
    if mistakes:
        raise Mistakes(tuple(mistakes))
    return replace(content, notes=tuple(found.notes))


def _content(sheets: tuple[Sheet, ...], found: Found) -> Content:
    by_name = {key_of(sheet.name): sheet for sheet in sheets}

    def sheet(name: str) -> Sheet:
        return replace(by_name.get(key_of(name), Sheet(name, ())), name=name)

    roles = tuple(_role(row) for row in rows_of(sheet(ROLES), ROLE_COLUMNS, "name", found))
    columns = wish_columns(tuple(role.name for role in roles if role.name))
    wishes = rows_of(_wish_sheet(sheets, by_name), columns, "title", found)
    content = Content(
        wishes=tuple(_wish(row, roles) for row in wishes),
        units=tuple(_unit(row) for row in rows_of(sheet(UNITS), UNIT_COLUMNS, "name", found)),
        roles=roles,
        frames=tuple(_frames(sheet(FRAMES), found)),
        freezes=tuple(_freezes(sheet(FREEZES), found)),
        sizes=_sizes(sheet(SIZES), found),
        settings=_settings(sheet(SETTINGS), found),
    )
    if not content.wishes and not found.mistakes:
        remedy = "Der er ingen ønsker. Skriv mindst én titel."
        found.mistakes.append(Mistake(WISHES, None, "", "", "", remedy))
    return content


def _wish_sheet(sheets: tuple[Sheet, ...], by_name: Mapping[str, Sheet]) -> Sheet:
    """Ønsker; of a CSV file or a workbook of one's own making, the first sheet."""
    named = by_name.get(key_of(WISHES))
    if named is not None:
        return replace(named, name=WISHES)
    known = {key_of(name) for name in (GUIDE, UNITS, ROLES, FRAMES, FREEZES, SIZES, SETTINGS)}
    first = next((sheet for sheet in sheets if key_of(sheet.name) not in known), Sheet(WISHES, ()))
    return replace(first, name=first.name or WISHES)


def _named(row: Row, remedy: str, key: str = "name") -> str:
    name = row.text(key)
    if not name:
        row.wrong(key, remedy)
    return name


def _wish(row: Row, roles: tuple[Role, ...]) -> Wish:
    obligation = row.choice("obligation", tuple(OBLIGATIONS))
    days = {role.name: row.whole(f"days:{role.name}", 0, MOST_DAYS) for role in roles}
    return Wish(
        row=row.number,
        title=_named(row, "Skriv en titel, eller slet hele rækken.", "title"),
        nr=row.text("nr") or None,
        description=row.text("description"),
        units=row.names("units"),
        obligation=OBLIGATIONS[obligation] if obligation else None,
        size=row.choice("size", SIZE_NAMES),
        prepare=row.whole("prepare", 0, MOST_MONTHS),
        roll_out=row.whole("roll_out", 1, MOST_MONTHS),
        settle=row.whole("settle", 0, MOST_MONTHS),
        earliest=row.month("earliest"),
        latest=row.month("latest"),
        fixed=row.month("fixed"),
        points=row.whole("points", 0, MOST_POINTS),
        capital_dkk=row.whole("capital_dkk", 0, MOST_DKK),
        running_dkk=row.whole("running_dkk", 0, MOST_DKK),
        benefit_dkk=row.whole("benefit_dkk", 0, MOST_DKK),
        capital_frame=row.text("capital_frame") or None,
        running_frame=row.text("running_frame") or None,
        days={role: amount for role, amount in days.items() if amount is not None},
        people=row.whole("people", 0, MOST_PEOPLE),
        hours_per_person=row.decimal("hours_per_person", 0, 2_000),
        intensity=row.whole("intensity", 1, 3),
        requires=row.names("requires"),
        excludes=row.names("excludes"),
        remark=row.text("remark"),
    )


def _unit(row: Row) -> Unit:
    return Unit(
        row=row.number,
        name=_named(row, "Skriv enhedens navn, eller slet hele rækken."),
        parent=row.text("parent") or None,
        headcount=row.whole("headcount", 0, MOST_PEOPLE),
        ceiling=row.decimal("ceiling", 0, 200),
        max_go_lives=row.whole("max_go_lives", 0, 10_000),
    )


def _role(row: Row) -> Role:
    return Role(
        row=row.number,
        name=_named(row, "Skriv rollens navn, eller slet hele rækken."),
        full_time=row.decimal("full_time", 0, 10_000),
        days_per_month=row.whole("days_per_month", 0, MOST_DAYS),
    )


def _frames(sheet: Sheet, found: Found) -> Iterable[Frame]:
    years = {int(text) for cells in sheet.rows[:10] for text in map(text_of, cells) if _is_year(text)}
    for row in rows_of(sheet, frame_columns(tuple(sorted(years))), "name", found):
        amounts = {year: row.whole(f"year:{year}", 0, MOST_DKK) for year in sorted(years)}
        yield Frame(
            row=row.number,
            name=_named(row, "Skriv rammens navn, eller slet hele rækken."),
            dkk={year: amount for year, amount in amounts.items() if amount is not None},
        )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and int(text) in _YEARS


def _freezes(sheet: Sheet, found: Found) -> Iterable[Freeze]:
    for row in rows_of(sheet, FREEZE_COLUMNS, "first", found):
        first, latest = row.month("first"), row.month("latest")
        if row.cell("first") is None:
            row.wrong("first", "Skriv den første måned, eller slet hele rækken.")
        if first is None or (latest is None and row.cell("latest") is not None):
            continue
        if latest is not None and latest < first:
            row.wrong("latest", f"Perioden slutter, før den begynder. Skriv {first} eller senere.")
        yield Freeze(row.number, first, latest or first, row.names("units"), row.text("why"))


def _sizes(sheet: Sheet, found: Found) -> Mapping[str, Size]:
    """The table of the workbook; a size or a number that it leaves out is our own."""
    sizes = dict(DEFAULT_SIZES)
    for row in rows_of(sheet, SIZE_COLUMNS, "name", found):
        name = row.choice("name", SIZE_NAMES)
        written = {
            "prepare": row.whole("prepare", 0, MOST_MONTHS),
            "roll_out": row.whole("roll_out", 1, MOST_MONTHS),
            "settle": row.whole("settle", 0, MOST_MONTHS),
            "capital_dkk": row.whole("capital_dkk", 0, MOST_DKK),
            "running_dkk": row.whole("running_dkk", 0, MOST_DKK),
            "days": row.whole("days", 0, MOST_DAYS),
            "share_of_unit": row.whole("share_of_unit", 0, 100),
            "hours_per_person": row.decimal("hours_per_person", 0, 2_000),
            "intensity": row.whole("intensity", 1, 3),
        }
        if name:
            values = {key: value for key, value in written.items() if value is not None}
            sizes[name] = replace(sizes[name], **values)  # type: ignore[arg-type]
    return sizes


SETTING_NAMES = {
    "title": "Planens navn",
    "first_month": "Første måned",
    "months": "Antal måneder",
    "ceiling": "Loft, hvor intet er skrevet",
    "adaptation_hours": "Tilvænning pr. trin på intensiteten",
    "days_per_full_time": "Dage pr. årsværk pr. måned",
}


def _settings(sheet: Sheet, found: Found) -> Settings:
    keys = {key_of(name): key for key, name in SETTING_NAMES.items()}
    values: dict[str, object] = {}
    for row in rows_of(sheet, SETTING_COLUMNS, "name", found):
        key = keys.get(key_of(row.text("name")))
        if key is None:
            row.wrong("name", f"Indstillingen kendes ikke. Vælg {', '.join(SETTING_NAMES.values())}.")
        elif row.cell("value") is not None:
            values[key] = _setting(row, key)
    filled = {key: value for key, value in values.items() if value is not None}
    return replace(Settings(), **filled)  # type: ignore[arg-type]


def _setting(row: Row, key: str) -> object:
    match key:
        case "title":
            return row.text("value")
        case "first_month":
            return row.month("value")
        case "months":
            return row.whole("value", 1, 600)
        case _:
            return row.decimal("value", 0, 200)
