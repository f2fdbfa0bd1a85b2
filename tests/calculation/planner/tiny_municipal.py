"""Municipalities small enough to try: a whole with two areas, two roles, two frames, a freeze, and a few wishes."""

from hypothesis import strategies as st

from takt.calculation.planner.archive import with_sha256
from takt.calculation.planner.problem import (
    Change,
    Frame,
    Freeze,
    Initiative,
    Month,
    Obligation,
    Problem,
    Requirement,
    Role,
    Spending,
    Unit,
)

MONTHS = 10


@st.composite
def tiny_municipalities(draw: st.DrawFn) -> Problem:
    """Ten months; limits so narrow that something is left out."""
    ids = [f"2027-{number:03}" for number in range(1, draw(st.integers(3, 6)))]
    units = (
        _unit("whole", None, draw(st.integers(90, 140)), draw(st.integers(15, 30))),
        _unit("care", "whole", draw(st.integers(31, 60)), draw(st.integers(20, 35))),
        _unit("school", "whole", draw(st.integers(31, 60)), draw(st.integers(20, 35))),
    )
    return with_sha256(
        Problem(
            title="En lille kommune",
            first_month=Month(2027, draw(st.sampled_from([1, 4, 9]))),
            months=MONTHS,
            units=units,
            roles=tuple(
                Role(role, role.capitalize(), (draw(st.integers(6, 14)),) * MONTHS) for role in ("pl", "it")
            ),
            frames=tuple(
                Frame(id_, id_.capitalize(), dict.fromkeys((2027, 2028), draw(st.integers(3, 9)) * 100_000))
                for id_ in ("anlaeg", "drift")
            ),
            freezes=(Freeze(6, 6, None),),
            initiatives=tuple(draw(_initiatives(id_, ids)) for id_ in ids),
        )
    )


def _unit(id_: str, parent: str | None, headcount: int, tenths: int) -> Unit:
    """``tenths``: of an hour per employee per month."""
    return Unit(id_, id_.capitalize(), parent, headcount, (headcount * tenths // 10,) * MONTHS, 2)


@st.composite
def _initiatives(draw: st.DrawFn, id_: str, ids: list[str]) -> Initiative:
    prepare, roll_out = draw(st.integers(1, 2)), draw(st.integers(1, 3))
    lead = prepare + roll_out
    hours = draw(st.integers(20, 137))
    before = ids[: ids.index(id_)]
    required = draw(st.lists(st.sampled_from(before), max_size=1)) if before else []
    return Initiative(
        id=id_,
        title=f"Ønske {id_[-1]}",
        obligation=draw(st.sampled_from([Obligation.SHOULD, Obligation.COULD])),
        prepare=prepare,
        roll_out=roll_out,
        settle=1,
        earliest_start=draw(st.integers(0, 2)),
        latest_go_live=draw(st.sampled_from([None, None, MONTHS - 2])),
        fixed_start=None,
        announced_start=None,
        points_per_year=draw(st.integers(20, 300)),
        points_at_go_live=0,
        money=(
            Spending("anlaeg", (draw(st.integers(20, 120)) * 1_000,) * lead, 0),
            Spending("drift", (), draw(st.integers(2, 40)) * 1_000),
        ),
        staff={role: (draw(st.integers(0, 7)),) * lead for role in ("pl", "it")},
        change=(
            Change(
                draw(st.sampled_from(["care", "school"])),
                (0,) * prepare + (hours,) * roll_out,
            ),
        ),
        requires=tuple(Requirement(other, draw(st.integers(0, 1))) for other in required),
    )
