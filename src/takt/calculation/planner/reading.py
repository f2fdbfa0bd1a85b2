"""Read ``takt.problem/1`` and ``takt.plan/1``; what is not as docs/planner.md §2 says is refused."""

from fractions import Fraction
from hashlib import sha256

from takt.calculation.planner import format as keys
from takt.calculation.planner.cycles import refuse_parent_cycle, refuse_requirement_cycle
from takt.calculation.planner.initiative_reading import Known, read_initiative
from takt.calculation.planner.node import Node
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Frame, Freeze, Goal, Month, Problem, Role, Unit
from takt.calculation.planner.references import distinct_ids, read_references
from takt.calculation.planner.strict_json import parse

_LARGEST_CLAIM = 10**18


def read_problem(raw: bytes) -> Problem:
    """The problem in a file. Its ``sha256`` is that of ``raw``. Raises Refused."""
    has = Node(parse(raw)).members(keys.PROBLEM)
    _demand_format(has["format"], keys.PROBLEM_FORMAT)
    first_month = has["first_month"].month()
    months = _months(has["months"], first_month)
    units = [one.members(keys.UNIT) for one in has["units"].items(at_most=keys.MOST_UNITS)]
    roles = [one.members(keys.ROLE) for one in has["roles"].items(at_most=keys.MOST_ROLES)]
    frames = [one.members(keys.FRAME) for one in has["frames"].items()]
    goals = [one.members(keys.GOAL) for one in has["goals"].items()]
    initiatives = [
        one.members(keys.INITIATIVE) for one in has["initiatives"].items(at_most=keys.MOST_INITIATIVES)
    ]
    known = Known(*(distinct_ids(kind) for kind in (units, roles, frames, goals, initiatives)))
    problem = Problem(
        title=has["title"].text(),
        first_month=first_month,
        months=months,
        initiatives=tuple(read_initiative(one, known) for one in initiatives),
        units=tuple(_unit(one, months, known) for one in units),
        roles=tuple(_role(one, months) for one in roles),
        frames=tuple(_frame(one) for one in frames),
        freezes=tuple(_freeze(one, first_month, known) for one in has["freezes"].items()),
        goals=tuple(_goal(one) for one in goals),
        choose_one=tuple(_choose_one(one, known) for one in has["choose_one"].items()),
        move_penalty_points_per_month=has["move_penalty_points_per_month"].whole(at_least=0),
        leave_out_penalty_points=has["leave_out_penalty_points"].whole(at_least=0),
        sha256=sha256(raw).hexdigest(),
    )
    refuse_parent_cycle(problem.units)
    refuse_requirement_cycle(problem.initiatives)
    return problem


def read_plan(raw: bytes) -> Plan:
    """The plan in a file, as it claims to be: whether it is lawful is for ``check``. Raises Refused."""
    has = Node(parse(raw)).members(keys.PLAN)
    _demand_format(has["format"], keys.PLAN_FORMAT)
    return Plan(
        problem_sha256=has["problem_sha256"].text(),
        status=Status(has["status"].one_of([*Status])),
        placements=tuple(_placement(node) for node in has["placements"].items()),
        months_late=has["months_late"].whole(at_least=0, at_most=_LARGEST_CLAIM),
        goal_shortfall=has["goal_shortfall"].whole(at_least=0, at_most=_LARGEST_CLAIM),
        value_twelfths=_twelfths(has["value"]),
        value_bound_twelfths=_twelfths(has["value_bound"]),
        engine={key: _text_or_whole(node) for key, node in has["engine"].entries()},
        seconds=_seconds(has["seconds"]),
    )


def _demand_format(node: Node, expected: str) -> None:
    if node.value != expected:
        raise node.wrong(f'must be "{expected}"', f'skal være "{expected}"')


def _months(node: Node, first_month: Month) -> int:
    months = node.whole(at_least=1, at_most=keys.MOST_MONTHS)
    if first_month.plus(months).year > 9999:
        raise node.wrong("goes beyond the year 9999", "når ud over år 9999")
    return months


def _unit(has: dict[str, Node], months: int, known: Known) -> Unit:
    parent = has["parent"]
    return Unit(
        id=has["id"].id(),
        name=has["name"].text(),
        parent=None if parent.value is None else parent.known(known.units, "a unit", "en enhed"),
        headcount=has["headcount"].whole(at_least=0),
        ceiling_hours=has["ceiling_hours"].by_month_or_none(months),
        max_go_lives_per_quarter=has["max_go_lives_per_quarter"].whole_or_none(at_least=0),
    )


def _role(has: dict[str, Node], months: int) -> Role:
    return Role(id=has["id"].id(), name=has["name"].text(), days=has["days"].by_month(months))


def _frame(has: dict[str, Node]) -> Frame:
    dkk = {_year(key, node): node.whole() for key, node in has["dkk"].entries()}
    return Frame(id=has["id"].id(), name=has["name"].text(), dkk=dkk)


def _year(key: str, node: Node) -> int:
    if not (len(key) == 4 and key.isascii() and key.isdecimal()):
        raise node.key_node().wrong('must be a year such as "2027"', 'skal være et år som "2027"')
    return int(key)


def _freeze(node: Node, first_month: Month, known: Known) -> Freeze:
    has = node.members(keys.FREEZE)
    first, latest, units = has["first"].month(), has["latest"].month(), has["units"]
    if latest < first:
        raise has["latest"].wrong(f"is before first, {first}", f"ligger før first, {first}")
    frozen = None if units.value is None else read_references(units, known.units, "a unit", "en enhed")
    return Freeze(
        first=first.minus(first_month),
        latest=latest.minus(first_month),
        units=None if frozen is None else frozenset(frozen),
    )


def _goal(has: dict[str, Node]) -> Goal:
    return Goal(id=has["id"].id(), name=has["name"].text(), minimum=has["minimum"].whole(at_least=0))


def _choose_one(node: Node, known: Known) -> tuple[str, ...]:
    if node.value == []:
        raise node.wrong(
            "to choose from is empty; name at least one initiative",
            "at vælge fra er tom; nævn mindst ét initiativ",
        )
    return read_references(node, known.initiatives, "an initiative", "et initiativ")


def _placement(node: Node) -> Placement:
    has = node.members(keys.PLACEMENT)
    return Placement(id=has["id"].id(), start=has["start"].whole())


def _twelfths(node: Node) -> int:
    """12 × a number that is whole twelfths, written with three decimals or more."""
    exact = 12 * node.number()
    twelfths = round(exact)
    if abs(exact - twelfths) > Fraction(12, 1000):
        raise node.wrong(
            "is not whole twelfths of a point, to three decimals or more",
            "er ikke hele tolvtedele af et point med mindst tre decimaler",
        )
    return twelfths


def _text_or_whole(node: Node) -> str | int:
    return node.text() if isinstance(node.value, str) else node.whole()


def _seconds(node: Node) -> float:
    if node.number() < 0:
        raise node.wrong("must be 0 or more", "skal være 0 eller derover")
    return float(node.number())
