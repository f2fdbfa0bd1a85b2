"""From a wish workbook to the planner's question."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from takt.calculation.cells import same
from takt.calculation.change_load.hours import ceiling_hours, change_hours, share_out
from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.problem import (
    Change,
    Frame,
    Freeze,
    Initiative,
    Month,
    Problem,
    Requirement,
    Role,
    Spending,
    Unit,
)
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.refused import Refused
from takt.interfaces.exchange.workbook.completing import Completed, complete
from takt.interfaces.exchange.workbook.completing_wishes import Complete
from takt.interfaces.exchange.workbook.content import Assumption, Content
from takt.interfaces.exchange.workbook.layout import WISHES
from takt.interfaces.exchange.workbook.reading import read_content
from takt.interfaces.exchange.workbook.refusals import Mistake, Mistakes


@dataclass(frozen=True)
class Asked:
    """What a workbook asks the planner, and what had to be assumed."""

    problem: Problem
    assumptions: tuple[Assumption, ...]
    content: Content


def read_workbook(data: bytes, *, today: date) -> Asked:
    """The problem in an .xlsx or CSV file. ``today`` decides the first month where the file does not.

    Raises NotReadable (the file as a whole) or Mistakes (every cell to put right); nothing in between.
    """
    content = read_content(data)
    completed = complete(content, today=today)
    problem = _problem(content, completed)
    try:
        problem = read_problem(problem_bytes(problem))
    except Refused as refused:
        raise Mistakes((_as_mistake(refused, content),)) from refused
    return Asked(problem, completed.assumptions, content)


def _as_mistake(refused: Refused, content: Content) -> Mistake:
    """What the planner's own reading refuses, said by row."""
    place = re.match(r"initiatives\[(\d+)\]", refused.path)
    row = content.wishes[int(place[1])].row if place else None
    return Mistake(WISHES, row, "", "", "", refused.message_da)


def _problem(content: Content, completed: Completed) -> Problem:
    months, first = content.settings.months, completed.first_month
    return Problem(
        title=content.settings.title,
        first_month=first,
        months=months,
        units=tuple(
            Unit(
                id=unit.name,
                name=unit.name,
                parent=unit.parent,
                headcount=unit.headcount or 0,
                ceiling_hours=(
                    ceiling_hours(
                        hours_per_employee=unit.ceiling or Decimal(0), headcount=unit.headcount or 0
                    ),
                )
                * months,
                max_go_lives_per_quarter=unit.max_go_lives,
            )
            for unit in completed.units
        ),
        roles=tuple(
            Role(role.name, role.name, (role.days_per_month or 0,) * months) for role in completed.roles
        ),
        frames=tuple(Frame(frame.name, frame.name, dict(frame.dkk)) for frame in content.frames),
        freezes=tuple(_freezes(content, completed)),
        initiatives=tuple(_initiative(wish, completed, first) for wish in completed.wishes),
    )


def _freezes(content: Content, completed: Completed) -> list[Freeze]:
    spelt = {same(unit.name): unit.name for unit in completed.units}
    return [
        Freeze(
            first=freeze.first.minus(completed.first_month),
            latest=freeze.latest.minus(completed.first_month),
            units=frozenset(spelt[same(name)] for name in freeze.units) or None,
        )
        for freeze in content.freezes
    ]


def _initiative(wish: Complete, completed: Completed, first: Month) -> Initiative:
    return Initiative(
        id=wish.id,
        title=wish.title,
        obligation=wish.obligation,
        prepare=wish.prepare,
        roll_out=wish.roll_out,
        settle=wish.settle,
        earliest_start=max(0, wish.earliest.minus(first)) if wish.earliest else 0,
        latest_go_live=wish.latest.minus(first) if wish.latest else None,
        fixed_start=wish.fixed.minus(first) if wish.fixed else None,
        announced_start=None,
        points_per_year=wish.points,
        points_at_go_live=0,
        money=_money(wish),
        staff={role: _evenly(days, _lead(wish)) for role, days in wish.days.items() if days},
        change=_change(wish, completed),
        requires=tuple(Requirement(nr, 0) for nr in wish.requires),
        excludes=frozenset(wish.excludes),
    )


def _lead(wish: Complete) -> int:
    return wish.prepare + wish.roll_out


def _evenly(amount: int, months: int) -> tuple[int, ...]:
    return share_out(amount, (Fraction(1, months),) * months)


def _money(wish: Complete) -> tuple[Spending, ...]:
    """The capital sum level over the months before go-live; running cost less benefit by the month after."""
    spending = []
    if wish.capital_frame and wish.capital_dkk:
        spending.append(Spending(wish.capital_frame, _evenly(wish.capital_dkk, _lead(wish)), 0))
    per_month = round(Fraction(wish.running_dkk - wish.benefit_dkk, 12))
    if wish.running_frame and per_month:
        spending.append(Spending(wish.running_frame, (), per_month))
    return tuple(spending)


def _change(wish: Complete, completed: Completed) -> tuple[Change, ...]:
    """The people are divided between the units by headcount."""
    staff = {unit.name: unit.headcount or 0 for unit in completed.units}
    whole = sum(staff[name] for name in wish.units)
    if not whole:
        return ()
    people = share_out(wish.people, tuple(Fraction(staff[name], whole) for name in wish.units))
    changes = (
        Change(
            name,
            change_hours(
                people=count,
                training_hours=wish.hours_per_person,
                adaptation_hours=completed.settings.adaptation_hours,
                intensity=wish.intensity,
                prepare=wish.prepare,
                roll_out=wish.roll_out,
                settle=wish.settle,
            ),
        )
        for name, count in zip(wish.units, people, strict=True)
    )
    return tuple(change for change in changes if any(change.hours))
