"""When no plan can satisfy the logic: the demands that contradict each other, in Danish and English."""

from dataclasses import dataclass
from enum import StrEnum

from takt.calculation.planner.breach import called
from takt.calculation.planner.problem import Problem
from takt.calculation.wording import Language, join_list


class DemandKind(StrEnum):
    CHOOSE_ONE = "choose_one"
    REQUIRES = "requires"
    EXCLUDES = "excludes"
    FIXED = "fixed"
    WINDOW = "window"
    """Its own earliest start, deadline and freezes, and the horizon."""
    STAFF = "staff"
    LOAD = "load"
    GO_LIVES = "go_lives"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Demand:
    """One of those that contradict each other."""

    kind: DemandKind
    ids: tuple[str, ...]
    """Of the initiatives, or of the one role, unit or frame."""
    da: str
    en: str

    def sentence(self, language: Language = "da") -> str:
        return self.da if language == "da" else self.en


class Impossible(Exception):  # noqa: N818 - it is an answer, not an error
    """No plan can satisfy the logic; ``demands`` is a smallest set that contradict each other."""

    def __init__(self, demands: tuple[Demand, ...]) -> None:
        super().__init__(demands)
        self.demands = demands

    @property
    def limits(self) -> tuple[str, ...]:
        """The demands as Danish sentences."""
        return self.in_language("da")

    def in_language(self, language: Language) -> tuple[str, ...]:
        return tuple(each.sentence(language) for each in self.demands)

    def __str__(self) -> str:
        return " ".join(self.in_language("en"))


def demand(problem: Problem, kind: DemandKind, *ids: str) -> Demand:
    """In words; the ids of one initiative, of several, or of a role, unit or frame."""
    names = [_called(problem, kind, id_) for id_ in ids]
    da, en = _WORDS[kind]
    slots_da = {"first": names[0], "rest": join_list(names[1:]), "all": join_list(names)}
    slots_en = {"first": names[0], "rest": join_list(names[1:], "en"), "all": join_list(names, "en")}
    return Demand(kind, ids, da.format(**slots_da), en.format(**slots_en))


def _called(problem: Problem, kind: DemandKind, id_: str) -> str:
    if kind in (DemandKind.LOAD, DemandKind.GO_LIVES):
        return problem.unit[id_].name or id_
    if kind is DemandKind.STAFF:
        return next(role.name for role in problem.roles if role.id == id_) or id_
    if kind is DemandKind.MONEY:
        return next(frame.name for frame in problem.frames if frame.id == id_) or id_
    return called(problem.initiative[id_])


_WORDS = {
    DemandKind.CHOOSE_ONE: (
        "Præcis én skal vælges: {all}.",
        "Exactly one must be chosen: {all}.",
    ),
    DemandKind.REQUIRES: (
        "{first} kræver, at {rest} er gået i drift.",
        "{first} requires that {rest} has gone live.",
    ),
    DemandKind.EXCLUDES: (
        "{first} og {rest} udelukker hinanden.",
        "{first} and {rest} exclude each other.",
    ),
    DemandKind.FIXED: (
        "{first} ligger fast.",
        "{first} is fixed.",
    ),
    DemandKind.WINDOW: (
        "{first} skal gå i drift inden for planens måneder og sin egen tidligste start, frist og frysperioder.",
        "{first} must go live within the months of the plan and its own earliest start, deadline and freezes.",
    ),
    DemandKind.STAFF: (
        "Der er kun de dage, der er: {first}.",
        "There are only so many days: {first}.",
    ),
    DemandKind.LOAD: (
        "Loftet over forandringstimer skal holdes: {first}.",
        "The ceiling on change hours must be kept: {first}.",
    ),
    DemandKind.GO_LIVES: (
        "Der må kun gå så mange i drift i kvartalet: {first}.",
        "Only so many may go live in a quarter: {first}.",
    ),
    DemandKind.MONEY: (
        "Rammen skal holdes: {first}.",
        "The frame must be kept: {first}.",
    ),
}
