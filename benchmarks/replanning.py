"""How many announced starts a new plan moves when the world has changed a little.

    PYTHONPATH=. python benchmarks/replanning.py --problem fjordby.json --write docs/benchmarks.md

A plan is computed and announced. Then five small things happen at random (seeded): the frames change by up to 5 %, one
ceiling by a tenth, somebody in one role is away for three months, a new wish comes, and one estimate turns out
otherwise. The plan is computed again with the announced starts and the price of moving one. What is left out counts
as moved. ``--problem`` is the problem file of a plan, as the page Plan gives it.
"""

import argparse
import random
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from machine import description, today, versions
from takt.calculation.planner.archive import with_sha256
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Frame, Initiative, Problem, Role, Unit
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.solve import Effort, solve

BEGIN, END = "<!-- replanning -->", "<!-- /replanning -->"
FRAME_PERCENT, CEILING_PERCENT, ABSENCE_DAYS, ABSENCE_MONTHS = 5, 10, 14, 3
PENALTIES = (0, 20, 30, 40)
LEFT_OUT_MONTHS = 12
"""As the house asks: to leave out what is announced costs as much as moving it by so many months."""
GOAL = 0.05


@dataclass(frozen=True, slots=True)
class Replanned:
    announced: int
    moved: int
    left_out: int
    """Of the moved."""
    value: float
    """Without the price of moving and leaving out."""

    @property
    def share(self) -> float:
        return self.moved / self.announced if self.announced else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--problem", type=Path, required=True, help="a takt.problem/1 file")
    parser.add_argument("--effort", default="quick")
    parser.add_argument("--seeds", type=int, default=9)
    parser.add_argument("--penalties", type=int, nargs="*", default=PENALTIES)
    parser.add_argument(
        "--write", type=Path, help="put the table between the replanning markers of this file"
    )
    given = parser.parse_args()
    problem, effort = read_problem(given.problem.read_bytes()), Effort(given.effort)
    announced = solve(problem, effort=effort)
    found: dict[int, list[Replanned]] = {}
    for penalty in given.penalties:
        for seed in range(1, given.seeds + 1):
            found.setdefault(penalty, []).append(replanned(problem, announced, seed, penalty, effort))
            print(f"penalty {penalty}, seed {seed}: {found[penalty][-1]}", flush=True)
    said = report(problem, announced, found, effort)
    print(said)
    if given.write:
        put(said, given.write)
    return 0


def replanned(problem: Problem, announced: Plan, seed: int, penalty: int, effort: Effort) -> Replanned:
    changed = with_announcements(changed_a_little(problem, random.Random(seed)), announced, penalty)
    plan = solve(changed, effort=effort)
    starts = {id_: at for id_, at in announced.start.items() if problem.initiative[id_].fixed_start is None}
    moved = [id_ for id_, at in starts.items() if plan.start.get(id_) != at]
    paid = 12 * penalty * sum(abs(plan.start[id_] - starts[id_]) for id_ in moved if id_ in plan.start)
    left_out = sum(id_ not in plan.start for id_ in moved)
    paid += 12 * LEFT_OUT_MONTHS * penalty * left_out
    return Replanned(len(starts), len(moved), left_out, (plan.value_twelfths + paid) / 12)


def with_announcements(problem: Problem, announced: Plan, penalty: int) -> Problem:
    return with_sha256(
        replace(
            problem,
            initiatives=tuple(
                replace(one, announced_start=announced.start.get(one.id)) for one in problem.initiatives
            ),
            move_penalty_points_per_month=penalty,
            leave_out_penalty_points=LEFT_OUT_MONTHS * penalty,
        )
    )


def changed_a_little(problem: Problem, chance: random.Random) -> Problem:
    """Five things, the same for the same seed."""
    return replace(
        problem,
        frames=_frames(problem.frames, chance),
        units=_one_ceiling(problem.units, chance),
        roles=_one_absence(problem.roles, problem.months, chance),
        initiatives=(*_one_estimate(problem.initiatives, chance), _a_new_wish(problem.initiatives, chance)),
    )


def _frames(frames: Sequence[Frame], chance: random.Random) -> tuple[Frame, ...]:
    return tuple(
        replace(
            frame,
            dkk={
                year: dkk * (100 + chance.randint(-FRAME_PERCENT, FRAME_PERCENT)) // 100
                for year, dkk in sorted(frame.dkk.items())
            },
        )
        for frame in frames
    )


def _one_ceiling(units: Sequence[Unit], chance: random.Random) -> tuple[Unit, ...]:
    chosen = chance.choice([unit.id for unit in units if any(unit.ceiling_hours)])
    percent = 100 + chance.choice((-CEILING_PERCENT, CEILING_PERCENT))
    return tuple(
        replace(
            unit,
            ceiling_hours=tuple(
                None if hours is None else hours * percent // 100 for hours in unit.ceiling_hours
            ),
        )
        if unit.id == chosen
        else unit
        for unit in units
    )


def _one_absence(roles: Sequence[Role], months: int, chance: random.Random) -> tuple[Role, ...]:
    chosen, first = chance.choice([role.id for role in roles]), chance.randrange(min(24, months))
    away = range(first, first + ABSENCE_MONTHS)
    return tuple(
        replace(
            role,
            days=tuple(
                max(0, days - ABSENCE_DAYS) if month in away else days for month, days in enumerate(role.days)
            ),
        )
        if role.id == chosen
        else role
        for role in roles
    )


def _one_estimate(initiatives: Sequence[Initiative], chance: random.Random) -> tuple[Initiative, ...]:
    """A fifth dearer in money and days."""
    chosen = chance.choice([one.id for one in initiatives if one.fixed_start is None])
    return tuple(_dearer(one) if one.id == chosen else one for one in initiatives)


def _dearer(one: Initiative) -> Initiative:
    return replace(
        one,
        money=tuple(
            replace(spending, dkk=tuple(dkk * 6 // 5 for dkk in spending.dkk)) for spending in one.money
        ),
        staff={role: tuple(-(-days * 6 // 5) for days in listed) for role, listed in one.staff.items()},
    )


def _a_new_wish(initiatives: Sequence[Initiative], chance: random.Random) -> Initiative:
    """Like one that is there, and worth a fifth more."""
    like = chance.choice([one for one in initiatives if one.fixed_start is None])
    return replace(
        like,
        id="new",
        title="Et nyt ønske",
        points_per_year=like.points_per_year * 6 // 5,
        requires=(),
        excludes=frozenset(),
    )


def report(problem: Problem, announced: Plan, found: dict[int, list[Replanned]], effort: Effort) -> str:
    lines = [
        f"Fjordby, {len(problem.initiatives)} wishes, {len(announced.placements)} in the announced plan.",
        f"Of these {next(iter(found.values()))[0].announced} can be moved. Effort {effort}.",
        "",
        "| points a month | seeds | announced starts moved, median | most | left out, median | value, median |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    for penalty, those in sorted(found.items()):
        shares = sorted(one.share for one in those)
        lines.append(
            f"| {penalty} | {len(those)} | {statistics.median(shares):.1%} | {shares[-1]:.1%}"
            f" | {statistics.median(one.left_out for one in those):.0f}"
            f" | {statistics.median(one.value for one in those):,.0f} |"
        )
    return "\n".join([*lines, "", f"Measured {today()} on {description()}; {versions()}."])


def put(said: str, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    file.write_text(f"{before}{BEGIN}\n{said}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
