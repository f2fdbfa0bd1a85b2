"""Fill what the rows of Ønsker leave open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from takt.calculation.cells import same
from takt.calculation.planner.problem import Month, Obligation
from takt.calculation.wording import kroner, number
from takt.interfaces.exchange.workbook.content import Assumption, Content, Role, Size, Unit, Wish
from takt.interfaces.exchange.workbook.gaps import Gaps, in_danish
from takt.interfaces.exchange.workbook.layout import OBLIGATIONS, SIZE_NAMES, WISHES

T = TypeVar("T")
UNKNOWN_SIZE = "mellem"
POINTS_PER_STEP = 10
DKK_PER_POINT = 10_000


@dataclass(frozen=True, slots=True)
class Complete:
    """One wish with every gap filled."""

    id: str
    title: str
    units: tuple[str, ...]
    """As spelt among the units."""
    obligation: Obligation
    prepare: int
    roll_out: int
    settle: int
    earliest: Month | None
    latest: Month | None
    fixed: Month | None
    points: int
    capital_dkk: int
    running_dkk: int
    benefit_dkk: int
    capital_frame: str | None
    running_frame: str | None
    days: Mapping[str, int]
    people: int
    hours_per_person: Decimal
    intensity: int
    requires: tuple[str, ...]
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What a wish may refer to; the mappings are by ``same`` name."""

    sizes: Mapping[str, Size]
    units: Mapping[str, Unit]
    roots: tuple[Unit, ...]
    roles: tuple[str, ...]
    frames: Mapping[str, str]
    ids: Mapping[str, str]


def complete_wishes(
    content: Content, units: Sequence[Unit], roles: Sequence[Role], filled: list[Assumption]
) -> tuple[Complete, ...]:
    """Every wish with every gap filled. ``units`` and ``roles`` are complete."""
    ids = _ids(content.wishes)
    around = _Around(
        sizes=content.sizes,
        units={same(unit.name): unit for unit in units},
        roots=tuple(unit for unit in units if unit.parent is None),
        roles=tuple(role.name for role in roles),
        frames={same(frame.name): frame.name for frame in content.frames},
        ids={same(id_): id_ for id_ in ids},
    )
    done = []
    for wish, id_ in zip(content.wishes, ids, strict=True):
        row = _Row(wish, around)
        done.append(row.complete(id_))
        filled.extend(row.filled)
    return tuple(done)


def _ids(wishes: tuple[Wish, ...]) -> list[str]:
    """The id of each wish: its number, or else its place in the list, made long enough to sort."""
    taken = {same(wish.nr) for wish in wishes if wish.nr}
    width = len(str(len(wishes)))
    ids: list[str] = []
    for place, wish in enumerate(wishes, start=1):
        id_ = wish.nr or f"{place:0{width}d}"
        while wish.nr is None and same(id_) in taken:
            id_ = f"{id_}-ny"
        taken.add(same(id_))
        ids.append(id_)
    return ids


class _Row:
    """One wish while it is being filled."""

    def __init__(self, wish: Wish, around: _Around) -> None:
        self._wish = wish
        self._around = around
        self._size_name = wish.size or UNKNOWN_SIZE
        self._size = around.sizes[self._size_name]
        self._why = f"Størrelsen er {self._size_name}."
        self._gaps = Gaps(WISHES, wish.row, wish.title)

    @property
    def filled(self) -> list[Assumption]:
        """What was filled in; the size itself only where something came of it."""
        by_size = any(one.why.endswith(self._why) for one in self._gaps.filled)
        if self._wish.size is not None or not by_size:
            return self._gaps.filled
        wish = self._wish
        size = Assumption(WISHES, wish.row, wish.title, "Størrelse", self._size_name, "Intet er skrevet.")
        return [size, *self._gaps.filled]

    def complete(self, id_: str) -> Complete:
        wish, size = self._wish, self._size
        touched = self._touched()
        obligation = self._gaps.fill(
            "Skal/bør/kan", wish.obligation, Obligation.COULD, "kan", "Intet er skrevet."
        )
        return Complete(
            id=id_,
            title=wish.title,
            units=tuple(unit.name for unit in touched),
            obligation=obligation,
            prepare=self._months("Forberedelse", wish.prepare, size.prepare),
            roll_out=self._months("Udrulning", wish.roll_out, size.roll_out),
            settle=self._months("Indkøring", wish.settle, size.settle),
            earliest=wish.earliest,
            latest=wish.latest,
            fixed=wish.fixed,
            points=self._points(obligation),
            capital_dkk=self._kroner("Anlæg", wish.capital_dkk, size.capital_dkk),
            running_dkk=self._kroner("Drift pr. år", wish.running_dkk, size.running_dkk),
            benefit_dkk=wish.benefit_dkk or 0,
            capital_frame=self._frame("Anlæg", wish.capital_frame),
            running_frame=self._frame("Drift", wish.running_frame),
            days=self._days(),
            people=self._people(touched),
            hours_per_person=self._by_size(
                "Timer pr. medarbejder", wish.hours_per_person, size.hours_per_person, in_danish
            ),
            intensity=self._by_size("Intensitet", wish.intensity, size.intensity, str),
            requires=tuple(self._around.ids[same(nr)] for nr in wish.requires),
            excludes=tuple(self._around.ids[same(nr)] for nr in wish.excludes),
        )

    def _by_size(self, column: str, given: T | None, default: T, shown: Callable[[T], str]) -> T:
        return self._gaps.fill(column, given, default, shown(default), self._why)

    def _months(self, column: str, given: int | None, default: int) -> int:
        return self._by_size(column, given, default, lambda count: "1 md." if count == 1 else f"{count} mdr.")

    def _kroner(self, column: str, given: int | None, default: int) -> int:
        return self._by_size(column, given, default, kroner)

    def _touched(self) -> tuple[Unit, ...]:
        around, gaps = self._around, self._gaps
        if self._wish.units:
            return tuple(around.units[name] for name in dict.fromkeys(map(same, self._wish.units)))
        if len(around.roots) == 1:
            why = "Ingen enhed er skrevet. Det er den øverste."
            return (gaps.fill("Enhed", None, around.roots[0], around.roots[0].name, why),)
        return gaps.fill(
            "Enhed", None, (), "ingen", "Ingen enhed er skrevet, så ønsket belaster ingen enhed."
        )

    def _points(self, obligation: Obligation) -> int:
        """10 × (kan 1, bør 2, skal 3) × (lille 1 … meget stor 4) + 1 per 10.000 kr. of benefit a year."""
        binding = tuple(reversed(OBLIGATIONS.values())).index(obligation) + 1
        weight = SIZE_NAMES.index(self._size_name) + 1
        default = POINTS_PER_STEP * binding * weight + (self._wish.benefit_dkk or 0) // DKK_PER_POINT
        why = "Standardformlen: forpligtelse × størrelse + gevinst (se Vejledning)."
        return self._gaps.fill("Point pr. år", self._wish.points, default, number(default), why)

    def _frame(self, usual: str, named: str | None) -> str | None:
        """The frame the wish names, or the usual one, or the only one; None = the money meets no frame."""
        frames = self._around.frames
        if named:
            return frames[same(named)]
        if not frames or same(usual) in frames:
            return frames.get(same(usual))
        if len(frames) == 1:
            return next(iter(frames.values()))
        why = f"Ingen ramme hedder »{usual}«, så beløbet begrænser ikke planen."
        return self._gaps.fill(f"{usual}sramme", None, None, "ingen", why)

    def _days(self) -> dict[str, int]:
        """Of the first role by size, of the others nothing, where the cell is empty."""
        first, given = self._around.roles[0], self._wish.days
        days = self._by_size(
            f"{first} (dage)", given.get(first), self._size.days, lambda count: f"{number(count)} dage"
        )
        return {**{role: given.get(role, 0) for role in self._around.roles}, first: days}

    def _people(self, touched: tuple[Unit, ...]) -> int:
        if not touched:
            return self._wish.people or 0
        staff = sum(unit.headcount or 0 for unit in touched)
        share = Decimal(staff * self._size.share_of_unit) / 100
        default = int(share.quantize(Decimal(1), rounding=ROUND_HALF_UP))
        why = f"{self._size.share_of_unit} pct. af {number(staff)} ansatte. {self._why}"
        return self._gaps.fill("Berørte medarbejdere", self._wish.people, default, number(default), why)
