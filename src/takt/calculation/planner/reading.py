"""Read ``takt.problem/1`` and ``takt.plan/1``, strictly: what is not as docs/planner.md §2 says, is refused.

The tables name every key with its default, so they are the format at a glance.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple, Protocol, TypeVar

from takt.calculation.planner.cycles import refuse_parent_cycle, refuse_requirement_cycle
from takt.calculation.planner.node import REQUIRED, Node
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import (
    Change,
    Frame,
    Freeze,
    Goal,
    Initiative,
    Month,
    Obligation,
    Problem,
    Requirement,
    Role,
    Spending,
    Unit,
)
from takt.calculation.planner.strict_json import parse

PROBLEM_FORMAT = "takt.problem/1"
PLAN_FORMAT = "takt.plan/1"
MOST_MONTHS = 600
_MOST_UNITS_OR_ROLES = 10_000
"""Each of them has a number for every month."""
_LARGEST_CLAIM = 10**18

_PROBLEM: Mapping[str, object] = {
    "format": REQUIRED,
    "title": "",
    "first_month": REQUIRED,
    "months": REQUIRED,
    "units": [],
    "roles": [],
    "frames": [],
    "freezes": [],
    "goals": [],
    "initiatives": REQUIRED,
    "choose_one": [],
    "move_penalty_points_per_month": 0,
}
_UNIT: Mapping[str, object] = {
    "id": REQUIRED,
    "name": "",
    "parent": None,
    "headcount": 0,
    "ceiling_hours": None,
    "max_go_lives_per_quarter": None,
}
_ROLE: Mapping[str, object] = {"id": REQUIRED, "name": "", "days": REQUIRED}
_FRAME: Mapping[str, object] = {"id": REQUIRED, "name": "", "dkk": REQUIRED}
_FREEZE: Mapping[str, object] = {"first": REQUIRED, "latest": REQUIRED, "units": None}
_GOAL: Mapping[str, object] = {"id": REQUIRED, "name": "", "minimum": REQUIRED}
_INITIATIVE: Mapping[str, object] = {
    "id": REQUIRED,
    "title": "",
    "obligation": "could",
    "prepare": REQUIRED,
    "roll_out": REQUIRED,
    "settle": 0,
    "earliest_start": 0,
    "latest_go_live": None,
    "fixed_start": None,
    "announced_start": None,
    "points_per_year": 0,
    "points_at_go_live": 0,
    "money": [],
    "staff": {},
    "change": [],
    "requires": [],
    "excludes": [],
    "goals": {},
}
_SPENDING: Mapping[str, object] = {"frame": REQUIRED, "dkk": [], "dkk_per_month_in_use": 0}
_CHANGE: Mapping[str, object] = {"unit": REQUIRED, "hours": []}
_REQUIREMENT: Mapping[str, object] = {"id": REQUIRED, "lag_months": 0}
_PLAN: Mapping[str, object] = {
    "format": REQUIRED,
    "problem_sha256": REQUIRED,
    "status": REQUIRED,
    "placements": REQUIRED,
    "months_late": REQUIRED,
    "goal_shortfall": REQUIRED,
    "value": REQUIRED,
    "value_bound": REQUIRED,
    "engine": {},
    "seconds": 0,
}
_PLACEMENT: Mapping[str, object] = {"id": REQUIRED, "start": REQUIRED}


def read_problem(raw: bytes) -> Problem:
    """The problem in a file. Its ``sha256`` is that of ``raw``. Raises Refused."""
    has = Node(parse(raw)).members(_PROBLEM)
    _demand_format(has["format"], PROBLEM_FORMAT)
    first_month = has["first_month"].month()
    months = _months(has["months"], first_month)
    units = _units(has["units"], months)
    roles = _distinct(has["roles"].items(at_most=_MOST_UNITS_OR_ROLES), lambda node: _role(node, months))
    frames = _distinct(has["frames"].items(), _frame)
    goals = _distinct(has["goals"].items(), _goal)
    unit_ids = _ids(units)
    nodes = has["initiatives"].items()
    known = _Known(unit_ids, _ids(roles), _ids(frames), _ids(goals), _initiative_ids(nodes))
    initiatives = _distinct(nodes, lambda node: _initiative(node, known))
    refuse_requirement_cycle(initiatives)
    return Problem(
        title=has["title"].text(),
        first_month=first_month,
        months=months,
        initiatives=initiatives,
        units=units,
        roles=roles,
        frames=frames,
        freezes=tuple(_freeze(node, first_month, unit_ids) for node in has["freezes"].items()),
        goals=goals,
        choose_one=tuple(_choose_one(node, known.initiatives) for node in has["choose_one"].items()),
        move_penalty_points_per_month=has["move_penalty_points_per_month"].whole(at_least=0),
        sha256=sha256(raw).hexdigest(),
    )


def read_plan(raw: bytes) -> Plan:
    """The plan in a file, as it claims to be: whether it is lawful is for ``check``. Raises Refused."""
    has = Node(parse(raw)).members(_PLAN)
    _demand_format(has["format"], PLAN_FORMAT)
    return Plan(
        problem_sha256=has["problem_sha256"].text(),
        status=Status(has["status"].one_of([*Status])),
        placements=tuple(_placement(node) for node in has["placements"].items()),
        months_late=has["months_late"].whole(at_least=0, at_most=_LARGEST_CLAIM),
        goal_shortfall=has["goal_shortfall"].whole(at_least=0, at_most=_LARGEST_CLAIM),
        value_twelfths=_twelfths(has["value"]),
        value_bound_twelfths=_twelfths(has["value_bound"]),
        engine={key: _text_or_whole(node) for key, node in has["engine"].entries().items()},
        seconds=_seconds(has["seconds"]),
    )


class _Known(NamedTuple):
    """The ids that an initiative may name."""

    units: frozenset[str]
    roles: frozenset[str]
    frames: frozenset[str]
    goals: frozenset[str]
    initiatives: frozenset[str]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


def _distinct(nodes: Sequence[Node], read: Callable[[Node], T]) -> tuple[T, ...]:
    """All of them read, and no id twice."""
    first: dict[str, str] = {}
    made = []
    for node in nodes:
        one = read(node)
        if one.id in first:
            id_node = Node(one.id, f"{node.path}.id")
            raise id_node.wrong(f"is also the id of {first[one.id]}", f"er også id på {first[one.id]}")
        first[one.id] = node.path
        made.append(one)
    return tuple(made)


def _ids(ones: Sequence[_Identified]) -> frozenset[str]:
    return frozenset(one.id for one in ones)


def _initiative_ids(nodes: Sequence[Node]) -> frozenset[str]:
    """Read ahead, because an initiative may name one that stands later in the file."""
    return frozenset(node.members(_INITIATIVE)["id"].id() for node in nodes)


def _demand_format(node: Node, format_: str) -> None:
    if node.value != format_:
        raise node.wrong(f'must be "{format_}"', f'skal være "{format_}"')


def _months(node: Node, first_month: Month) -> int:
    months = node.whole(at_least=1, at_most=MOST_MONTHS)
    if first_month.plus(months).year > 9999:
        raise node.wrong("goes beyond the year 9999", "når ud over år 9999")
    return months


def _units(node: Node, months: int) -> tuple[Unit, ...]:
    nodes = node.items(at_most=_MOST_UNITS_OR_ROLES)
    units = _distinct(nodes, lambda one: _unit(one, months))
    ids = _ids(units)
    for one in nodes:
        parent = one.members(_UNIT)["parent"]
        if parent.value is not None:
            parent.known(ids, "a unit", "en enhed")
    refuse_parent_cycle(units)
    return units


def _unit(node: Node, months: int) -> Unit:
    has = node.members(_UNIT)
    return Unit(
        id=has["id"].id(),
        name=has["name"].text(),
        parent=None if has["parent"].value is None else has["parent"].text(),
        headcount=has["headcount"].whole(at_least=0),
        ceiling_hours=has["ceiling_hours"].by_month_or_none(months),
        max_go_lives_per_quarter=has["max_go_lives_per_quarter"].whole_or_none(at_least=0),
    )


def _role(node: Node, months: int) -> Role:
    has = node.members(_ROLE)
    return Role(id=has["id"].id(), name=has["name"].text(), days=has["days"].by_month(months))


def _frame(node: Node) -> Frame:
    has = node.members(_FRAME)
    dkk = {_year(key, one): one.whole() for key, one in has["dkk"].entries().items()}
    return Frame(id=has["id"].id(), name=has["name"].text(), dkk=dkk)


def _year(key: str, node: Node) -> int:
    if not (len(key) == 4 and key.isascii() and key.isdecimal()):
        raise Node(key, node.path).wrong('must be a year such as "2027"', 'skal være et år som "2027"')
    return int(key)


def _freeze(node: Node, first_month: Month, units: frozenset[str]) -> Freeze:
    has = node.members(_FREEZE)
    first, latest = has["first"].month(), has["latest"].month()
    if latest < first:
        raise has["latest"].wrong(f"is before first ({first})", f"ligger før first ({first})")
    return Freeze(
        first=first.minus(first_month),
        latest=latest.minus(first_month),
        units=None
        if has["units"].value is None
        else frozenset(_references(has["units"], units, "a unit", "en enhed")),
    )


def _goal(node: Node) -> Goal:
    has = node.members(_GOAL)
    return Goal(id=has["id"].id(), name=has["name"].text(), minimum=has["minimum"].whole(at_least=0))


def _initiative(node: Node, known: _Known) -> Initiative:
    has = node.members(_INITIATIVE)
    prepare, roll_out, settle = (has[phase].whole(at_least=0) for phase in ("prepare", "roll_out", "settle"))
    length = prepare + roll_out + settle
    return Initiative(
        id=has["id"].id(),
        title=has["title"].text(),
        obligation=Obligation(has["obligation"].one_of([*Obligation])),
        prepare=prepare,
        roll_out=roll_out,
        settle=settle,
        earliest_start=has["earliest_start"].whole(),
        latest_go_live=has["latest_go_live"].whole_or_none(),
        fixed_start=has["fixed_start"].whole_or_none(),
        announced_start=has["announced_start"].whole_or_none(),
        points_per_year=has["points_per_year"].whole(),
        points_at_go_live=has["points_at_go_live"].whole(),
        money=tuple(_spending(one, length, known.frames) for one in has["money"].items()),
        staff=_staff(has["staff"], length, known.roles),
        change=tuple(_change(one, length, known.units) for one in has["change"].items()),
        requires=_requires(has["requires"], known.initiatives),
        excludes=_excludes(has["excludes"], known.initiatives, has["id"].id()),
        goals=_goal_points(has["goals"], known.goals),
    )


def _spending(node: Node, length: int, frames: frozenset[str]) -> Spending:
    has = node.members(_SPENDING)
    return Spending(
        frame=has["frame"].known(frames, "a frame", "en ramme"),
        dkk=has["dkk"].wholes(longest=length),
        dkk_per_month_in_use=has["dkk_per_month_in_use"].whole(),
    )


def _change(node: Node, length: int, units: frozenset[str]) -> Change:
    has = node.members(_CHANGE)
    unit = has["unit"].known(units, "a unit", "en enhed")
    return Change(unit=unit, hours=has["hours"].wholes(at_least=0, longest=length))


def _staff(node: Node, length: int, roles: frozenset[str]) -> dict[str, tuple[int, ...]]:
    return {
        Node(role, days.path).known(roles, "a role", "en rolle"): days.wholes(at_least=0, longest=length)
        for role, days in node.entries().items()
    }


def _goal_points(node: Node, goals: frozenset[str]) -> dict[str, int]:
    return {
        Node(goal, points.path).known(goals, "a goal", "et mål"): points.whole()
        for goal, points in node.entries().items()
    }


def _requires(node: Node, initiatives: frozenset[str]) -> tuple[Requirement, ...]:
    return _distinct(node.items(), lambda one: _requirement(one, initiatives))


def _requirement(node: Node, initiatives: frozenset[str]) -> Requirement:
    has = node.members(_REQUIREMENT)
    return Requirement(
        id=has["id"].known(initiatives, "an initiative", "et initiativ"),
        lag_months=has["lag_months"].whole(at_least=0),
    )


def _excludes(node: Node, initiatives: frozenset[str], own_id: str) -> frozenset[str]:
    for one in node.items():
        if one.value == own_id:
            raise one.wrong("excludes itself; remove it", "udelukker sig selv; fjern den")
    return frozenset(_references(node, initiatives, "an initiative", "et initiativ"))


def _choose_one(node: Node, initiatives: frozenset[str]) -> tuple[str, ...]:
    if node.value == []:
        raise node.wrong(
            "to choose from is empty; name at least one initiative",
            "at vælge fra er tom; nævn mindst ét initiativ",
        )
    return _references(node, initiatives, "an initiative", "et initiativ")


def _references(node: Node, ids: Collection[str], kind: str, kind_da: str) -> tuple[str, ...]:
    """A list of ids that are known, none of them twice."""
    seen: dict[str, None] = {}
    for one in node.items():
        if one.known(ids, kind, kind_da) in seen:
            raise one.wrong("is named twice; keep one", "er nævnt to gange; behold den ene")
        seen[one.text()] = None
    return tuple(seen)


def _placement(node: Node) -> Placement:
    has = node.members(_PLACEMENT)
    return Placement(id=has["id"].id(), start=has["start"].whole())


def _twelfths(node: Node) -> int:
    """12 × a number that is whole twelfths, written with three decimals or more."""
    exact = 12 * node.number()
    twelfths = round(exact)
    if abs(exact - twelfths) > Fraction(12, 1000):
        raise node.wrong(
            "is not a whole number of twelfths, to three decimals",
            "er ikke et helt antal tolvtedele med tre decimaler",
        )
    return twelfths


def _text_or_whole(node: Node) -> str | int:
    return node.text() if isinstance(node.value, str) else node.whole()


def _seconds(node: Node) -> float:
    if node.number() < 0:
        raise node.wrong("must be 0 or more", "skal være 0 eller derover")
    return float(node.number())
