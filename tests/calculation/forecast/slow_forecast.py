"""One draw in plain Python, krone by krone and month by month: slow, and shares nothing with the fast one."""

from collections.abc import Mapping
from fractions import Fraction

from takt.calculation.planner.problem import Initiative, Problem
from takt.calculation.planner.usage import Resource


def slow_use(
    problem: Problem,
    start: Mapping[str, int],
    lead: Mapping[str, int],
    ratio: Mapping[str, Mapping[Resource, float]],
) -> tuple[dict[tuple[Resource, str], list[float]], dict[str, int]]:
    """Use of every frame (by year), role and unit (by month), and when each goes live."""
    begins: dict[str, int] = {}
    while len(begins) < len(start):
        for one in problem.initiatives:
            required = [] if one.fixed_start is not None else [r for r in one.requires if r.id in start]
            if one.id in start and all(each.id in begins for each in required):
                ready = [begins[each.id] + lead[each.id] + each.lag_months for each in required]
                begins[one.id] = max([start[one.id], *ready])
    years = problem.year(problem.months - 1) - problem.year(0) + 1
    use = {(Resource.MONEY, frame.id): [0.0] * years for frame in problem.frames}
    use |= {(Resource.STAFF, role.id): [0.0] * problem.months for role in problem.roles}
    use |= {(Resource.LOAD, unit.id): [0.0] * problem.months for unit in problem.units}
    for id_, begin in begins.items():
        one = problem.initiative[id_]
        for resource, name, month, amount in _amounts(problem, one, begin, lead[id_]):
            if 0 <= month < problem.months:
                at = problem.year(month) - problem.year(0) if resource is Resource.MONEY else month
                use[resource, name][at] += float(amount) * ratio[id_][resource]
    return use, {id_: begin + lead[id_] for id_, begin in begins.items()}


def _amounts(
    problem: Problem, one: Initiative, begin: int, lead: int
) -> list[tuple[Resource, str, int, Fraction | int]]:
    found: list[tuple[Resource, str, int, Fraction | int]] = []
    lists = [(Resource.MONEY, spending.frame, spending.dkk) for spending in one.money]
    lists += [(Resource.STAFF, role, days) for role, days in one.staff.items()]
    lists += [
        (Resource.LOAD, unit, change.hours) for change in one.change for unit in problem.lineage(change.unit)
    ]
    for resource, name, amounts in lists:
        for offset, amount in enumerate(amounts):
            for later, share in _shares(offset, one.lead_time, lead):
                found.append((resource, name, begin + later, amount * share))
    for spending in one.money:
        in_use = range(max(0, begin + lead), problem.months)
        found += [(Resource.MONEY, spending.frame, month, spending.dkk_per_month_in_use) for month in in_use]
    return found


def _shares(offset: int, planned: int, lead: int) -> list[tuple[int, Fraction]]:
    """Where a planned month ends up: cut in ``lead`` × ``planned`` slices, each of which falls in one month."""
    if lead == planned or not lead or not planned:
        return [(offset, Fraction(1))]
    if offset >= planned:
        return [(offset + lead - planned, Fraction(1))]
    slices = range(offset * lead, (offset + 1) * lead)
    return [(each // planned, Fraction(1, lead)) for each in slices]
