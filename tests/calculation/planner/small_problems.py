"""Small problems and starts for hypothesis: every feature of the format, crowded so that limits bind."""

from hypothesis import strategies as st

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

_NAMES = st.text(alphabet='Ældre og Børn\n"\\', max_size=8)


@st.composite
def small_problems(draw: st.DrawFn, most_initiatives: int = 4) -> Problem:
    """Well-formed ``takt.problem/1``; not always one that a plan can answer."""
    months = draw(st.integers(1, 7))
    ids = [f"i{number}" for number in range(draw(st.integers(0, most_initiatives)))]
    choice = st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True) if ids else st.nothing()
    return Problem(
        title=draw(_NAMES),
        first_month=Month(2027, draw(st.integers(1, 12))),
        months=months,
        initiatives=tuple(draw(_initiatives(id_, ids, months)) for id_ in ids),
        units=tuple(draw(_units(months))),
        roles=(Role("r", draw(_NAMES), draw(_by_month(st.integers(0, 6), months))),),
        frames=(
            Frame("f", draw(_NAMES), draw(st.dictionaries(st.integers(2026, 2028), st.integers(-5, 9)))),
        ),
        freezes=tuple(draw(st.lists(_freezes(), max_size=2))),
        goals=(Goal("g", draw(_NAMES), draw(st.integers(0, 4))),),
        choose_one=tuple(tuple(one) for one in draw(st.lists(choice, max_size=1))) if ids else (),
        move_penalty_points_per_month=draw(st.integers(0, 3)),
        leave_out_penalty_points=draw(st.integers(0, 9)),
    )


def starts_for(problem: Problem) -> st.SearchStrategy[dict[str, int]]:
    """Any choice of initiatives at any start, fixed ones mostly at their place."""
    anywhere = st.integers(-2, problem.months)
    return st.fixed_dictionaries(
        {one.id: st.just(one.fixed_start) for one in problem.initiatives if one.fixed_start is not None},
        optional={one.id: anywhere for one in problem.initiatives if one.fixed_start is None},
    )


def _by_month(
    amounts: st.SearchStrategy[int | None], months: int
) -> st.SearchStrategy[tuple[int | None, ...]]:
    return st.one_of(amounts.map(lambda one: (one,) * months), st.tuples(*[amounts] * months))


def _units(months: int) -> st.SearchStrategy[list[Unit]]:
    """A whole, an area in it and a team in that."""
    return st.tuples(
        *(
            st.builds(
                Unit,
                id=st.just(id_),
                name=_NAMES,
                parent=st.just(parent),
                headcount=st.integers(0, 50),
                ceiling_hours=_by_month(st.none() | st.integers(0, 12), months),
                max_go_lives_per_quarter=st.none() | st.integers(0, 2),
            )
            for id_, parent in (("whole", None), ("area", "whole"), ("team", "area"))
        )
    ).map(list)


def _freezes() -> st.SearchStrategy[Freeze]:
    units = st.none() | st.frozensets(st.sampled_from(["whole", "area", "team"]))
    return st.tuples(st.integers(-2, 7), st.integers(0, 1), units).map(
        lambda drawn: Freeze(drawn[0], drawn[0] + drawn[1], drawn[2])
    )


@st.composite
def _initiatives(draw: st.DrawFn, id_: str, ids: list[str], months: int) -> Initiative:
    prepare, roll_out, settle = draw(st.integers(0, 2)), draw(st.integers(0, 2)), draw(st.integers(0, 1))
    length = prepare + roll_out + settle
    before = ids[: ids.index(id_)]  # only these may be required, so that nothing goes in a circle
    others = [other for other in ids if other != id_]

    def some(amounts: st.SearchStrategy[int]) -> tuple[int, ...]:
        return tuple(draw(st.lists(amounts, max_size=length)))

    def maybe(chance_of_none: int, number: st.SearchStrategy[int]) -> int | None:
        return draw(number) if draw(st.integers(0, chance_of_none)) == 0 else None

    required = draw(st.lists(st.sampled_from(before), unique=True, max_size=1)) if before else []
    excluded = draw(st.frozensets(st.sampled_from(others), max_size=1)) if others else frozenset()
    return Initiative(
        id=id_,
        title=draw(_NAMES),
        obligation=draw(st.sampled_from([*Obligation])),
        prepare=prepare,
        roll_out=roll_out,
        settle=settle,
        earliest_start=draw(st.sampled_from([0, 0, 0, -1, 2])),
        latest_go_live=maybe(2, st.integers(-1, months)),
        fixed_start=maybe(3, st.integers(-4, months)),
        announced_start=maybe(2, st.integers(-2, months)),
        points_per_year=draw(st.integers(-3, 12)),
        points_at_go_live=draw(st.integers(-3, 12)),
        money=tuple(
            Spending("f", some(st.integers(-3, 5)), draw(st.integers(-2, 2)))
            for _ in range(draw(st.integers(0, 2)))
        ),
        staff={"r": some(st.integers(0, 4))} if draw(st.booleans()) else {},
        change=tuple(
            Change(unit, some(st.integers(0, 6)))
            for unit in draw(st.lists(st.sampled_from(["whole", "area", "team"]), max_size=2))
        ),
        requires=tuple(Requirement(other, draw(st.integers(0, 2))) for other in required),
        excludes=excluded,
        goals={"g": draw(st.integers(-1, 3))} if draw(st.booleans()) else {},
    )
