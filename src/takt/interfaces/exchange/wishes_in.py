"""What a workbook of wishes would do, row by row. Nothing is changed here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from hashlib import sha256

from django.utils.translation import gettext as _

from takt.calculation.cells import same
from takt.foundation.people.models import Unit
from takt.foundation.people.sorting import danish_sort_key
from takt.governance.asking.rules import Answers, why_not_keep
from takt.governance.clarifying.models import StaffRole
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.exchange.estimates_in import Filled, fill_in, has_numbers
from takt.interfaces.exchange.workbook.content import Content, Wish
from takt.interfaces.exchange.workbook.layout import EXAMPLE_MARK, ROLES, UNITS, WISHES
from takt.interfaces.exchange.workbook.refusals import Mistake, Mistakes

MOST_WISHES = 2_000
"""As many as the template has rows for; more would keep everyone else's changes waiting."""
LONGEST_TITLE = 200
_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Arrival:
    """One row and its fate."""

    wish: Wish
    units: tuple[Unit, ...]
    """Those it concerns; the first is the one that asks."""
    filled: Filled | None
    """None: the row has no estimates."""
    existing: Initiative | None = None
    """What is there already; then the row is passed over."""

    @property
    def is_new(self) -> bool:
        return self.existing is None

    @property
    def stage(self) -> Stage:
        """Numbers of its own take a wish straight to clarifying; what is missing among them is said."""
        return Stage.CLARIFYING if has_numbers(self.wish) else Stage.SUBMITTED


@dataclass(frozen=True, slots=True)
class Intake:
    """What would happen to every row, and what the workbook says that would not be taken in."""

    arrivals: tuple[Arrival, ...]
    notes: tuple[str, ...]

    @property
    def new(self) -> tuple[Arrival, ...]:
        return tuple(one for one in self.arrivals if one.is_new)

    @property
    def fingerprint(self) -> str:
        """The same as long as the same would happen; whoever says yes says yes to this."""
        said = [(one.wish.row, str(one.existing or ""), str(one.stage)) for one in self.arrivals]
        return sha256(repr(said).encode()).hexdigest()


def look_at(content: Content, *, today: date) -> Intake:
    """What taking in this content would do as the house stands now.

    Raises Mistakes with everything that must be put right first.
    """
    wishes = tuple(wish for wish in content.wishes if not is_example(wish))
    units, roles = list(Unit.objects.all()), list(StaffRole.objects.all())
    refuse_mistakes(wishes, content, units, roles)
    by_name = {same(unit.name): unit for unit in units}
    whole = min((unit for unit in units if unit.parent_id is None), key=lambda unit: unit.pk)
    touched = {wish.row: tuple(by_name[same(name)] for name in wish.units) or (whole,) for wish in wishes}
    filled = fill_in(replace(content, wishes=wishes), units=units, roles=roles, today=today)
    known = Known.of(wishes)
    return Intake(
        arrivals=tuple(
            Arrival(wish, touched[wish.row], filled.get(wish.row), known.find(wish, touched[wish.row][0]))
            for wish in wishes
        ),
        notes=tuple(notes(content)),
    )


def is_example(wish: Wish) -> bool:
    return wish.remark.casefold().startswith(EXAMPLE_MARK.casefold())


@dataclass(frozen=True)
class Known:
    """What is in Takt already under the same number, or the same title from the same unit."""

    by_number: Mapping[str, Initiative]
    by_title: Mapping[tuple[str, int], Initiative]

    @classmethod
    def of(cls, wishes: Sequence[Wish]) -> "Known":
        alive = Initiative.objects.exclude(stage__in=(Stage.DRAFT, Stage.WITHDRAWN)).order_by("-id")
        numbers = [wish.nr for wish in wishes if wish.nr]
        titles = [danish_sort_key(wish.title) for wish in wishes]
        return cls(
            {one.number: one for part in parts(numbers) for one in alive.filter(number__in=part)},
            {
                (one.sort_key, one.unit_id): one
                for part in parts(titles)
                for one in alive.filter(sort_key__in=part)
            },
        )

    def find(self, wish: Wish, unit: Unit) -> Initiative | None:
        return self.by_number.get(wish.nr or "") or self.by_title.get((danish_sort_key(wish.title), unit.pk))


def parts(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    """As many at a time as every database takes in one question."""
    return (keys[begin : begin + _AT_A_TIME] for begin in range(0, len(keys), _AT_A_TIME))


def refuse_mistakes(
    wishes: Sequence[Wish], content: Content, units: Sequence[Unit], roles: Sequence[StaffRole]
) -> None:
    """Raise Mistakes with all that the workbook says and this municipality cannot take in."""
    mistakes = [
        *too_few_or_many(wishes),
        *no_units(units),
        *wrong_texts(wishes),
        *unknown_units(wishes, units),
    ]
    mistakes += [*unknown_roles(wishes, content, roles), *twice(wishes)]
    if mistakes:
        raise Mistakes(tuple(mistakes))


def too_few_or_many(wishes: Sequence[Wish]) -> Iterable[Mistake]:
    if not wishes:
        yield Mistake(
            WISHES, None, "", "", "", _("Arket har kun eksempelrækker. Skriv jeres egne ønsker på arket.")
        )
    if len(wishes) > MOST_WISHES:
        remedy = _("Der er %(count)d ønsker. Vi læser højst %(most)d ad gangen. Del dem i flere filer.")
        yield Mistake(WISHES, None, "", "", "", remedy % {"count": len(wishes), "most": MOST_WISHES})


def no_units(units: Sequence[Unit]) -> Iterable[Mistake]:
    if not units:
        remedy = _("Takt kender ingen enheder endnu. Bed systemadministratoren om at oprette dem først.")
        yield Mistake(UNITS, None, "", "", "", remedy)


def wrong_texts(wishes: Sequence[Wish]) -> Iterable[Mistake]:
    for wish in wishes:
        if len(wish.title) > LONGEST_TITLE:
            remedy = _("Titlen er for lang. Skriv højst %(most)d tegn, og flyt resten til Beskrivelse.")
            yield mistake(wish, "Titel", wish.title[:80], remedy % {"most": LONGEST_TITLE})
        for column, text in (
            ("Titel", wish.title),
            ("Beskrivelse", wish.description),
            ("Bemærkning", wish.remark),
        ):
            if refusal := why_not_keep(Answers(trouble=text)):
                yield mistake(wish, column, "", f"{refusal.reason} {refusal.remedy}")


def unknown_units(wishes: Sequence[Wish], units: Sequence[Unit]) -> Iterable[Mistake]:
    names = {same(unit.name): unit.name for unit in units}
    for wish in wishes:
        for name in wish.units:
            if same(name) not in names:
                remedy = _("Enheden findes ikke i Takt.")
                yield mistake(wish, "Enhed", name, f"{remedy}{did_you_mean(name, names)}")


def unknown_roles(wishes: Sequence[Wish], content: Content, roles: Sequence[StaffRole]) -> Iterable[Mistake]:
    names = {same(role.name): role.name for role in roles}
    used = {role for wish in wishes for role, days in wish.days.items() if days}
    for role in content.roles:
        if role.name in used and same(role.name) not in names:
            remedy = _("Rollen findes ikke i Takt. Der er: %(names)s.") % {
                "names": ", ".join(names.values()) or "–"
            }
            yield Mistake(ROLES, role.row, "", "Navn", role.name, f"{remedy}{did_you_mean(role.name, names)}")


def twice(wishes: Sequence[Wish]) -> Iterable[Mistake]:
    first: dict[tuple[str, str], int] = {}
    for wish in wishes:
        key = (danish_sort_key(wish.title), same(wish.units[0]) if wish.units else "")
        if key in first:
            remedy = _(
                "Samme titel og enhed står i række %(row)d. Slet den ene række, eller giv dem hver sin titel."
            )
            yield mistake(wish, "Titel", wish.title, remedy % {"row": first[key]})
        first.setdefault(key, wish.row)


def mistake(wish: Wish, column: str, value: str, remedy: str) -> Mistake:
    return Mistake(WISHES, wish.row, "", column, value, remedy)


def did_you_mean(name: str, names: Mapping[str, str]) -> str:
    near = get_close_matches(same(name), names, n=1, cutoff=0.6)
    return " " + _("Mente du »%(name)s«?") % {"name": names[near[0]]} if near else ""


def notes(content: Content) -> Iterable[str]:
    """What is read, but has no place here: said, so that nobody thinks it was taken in."""
    if content.frames or content.freezes:
        yield _("Arkene Rammer og Frysperioder bliver ikke læst ind. Her gælder kommunens egne.")
    if excluding := [str(wish.row) for wish in content.wishes if wish.excludes]:
        yield _("Kolonnen Udelukker bliver ikke læst ind (række %(rows)s).") % {
            "rows": ", ".join(excluding[:20])
        }
    for note in content.notes:
        if note.value == "ikke læst":
            yield _("Kolonnen »%(column)s« på arket %(sheet)s kendes ikke og bliver ikke læst ind.") % {
                "column": note.column,
                "sheet": note.sheet,
            }
