"""Say which rule or claim of a plan does not hold: one function and one sentence for each."""

from collections.abc import Sequence
from fractions import Fraction

from takt.calculation.planner.breach import Breach, Kind, about, called
from takt.calculation.planner.problem import Initiative, Problem
from takt.calculation.wording import Language, join_list, month_name, number


def frozen(problem: Problem, one: Initiative, go_live: int) -> Breach:
    month = problem.first_month.plus(go_live)
    return about(
        one,
        Kind.FREEZE,
        month=month,
        da=f"går i drift i {month_name(month)}, som ligger i en frysperiode.",
        en=f"goes live in {month_name(month, 'en')}, which is frozen.",
    )


def too_early(problem: Problem, one: Initiative, start: int, earliest: int) -> Breach:
    month, earliest_month = problem.first_month.plus(start), problem.first_month.plus(earliest)
    return about(
        one,
        Kind.EARLIEST_START,
        month=month,
        over=earliest - start,
        da=f"starter i {month_name(month)}, men må tidligst starte i {month_name(earliest_month)}.",
        en=f"starts in {month_name(month, 'en')}, but may not start before "
        f"{month_name(earliest_month, 'en')}.",
    )


def beyond_horizon(problem: Problem, one: Initiative, go_live: int) -> Breach:
    month, last = problem.first_month.plus(go_live), problem.first_month.plus(problem.months - 1)
    return about(
        one,
        Kind.HORIZON,
        month=month,
        over=go_live - problem.months + 1,
        da=f"går først i drift i {month_name(month)}; planen slutter med {month_name(last)}.",
        en=f"does not go live until {month_name(month, 'en')}; the plan ends with {month_name(last, 'en')}.",
    )


def too_late(problem: Problem, one: Initiative, go_live: int, latest: int) -> Breach:
    month, deadline = problem.first_month.plus(go_live), problem.first_month.plus(latest)
    return about(
        one,
        Kind.DEADLINE,
        month=month,
        over=go_live - latest,
        da=f"går i drift i {month_name(month)}; fristen er {month_name(deadline)}.",
        en=f"goes live in {month_name(month, 'en')}; the deadline is {month_name(deadline, 'en')}.",
    )


def lacks(one: Initiative, other: Initiative) -> Breach:
    return about(
        one,
        Kind.REQUIRES,
        others=[other],
        da=f"kræver {called(other)}, som ikke er med i planen.",
        en=f"requires {called(other)}, which is not in the plan.",
    )


def not_ready(problem: Problem, one: Initiative, other: Initiative, start: int, ready: int) -> Breach:
    month, ready_month = problem.first_month.plus(start), problem.first_month.plus(ready)
    return about(
        one,
        Kind.REQUIRES,
        others=[other],
        month=month,
        over=ready - start,
        da=f"starter i {month_name(month)}, men kan på grund af {called(other)} "
        f"tidligst starte i {month_name(ready_month)}.",
        en=f"starts in {month_name(month, 'en')}, but because of {called(other)} "
        f"it cannot start before {month_name(ready_month, 'en')}.",
    )


def exclusive(one: Initiative, other: Initiative) -> Breach:
    return about(
        one,
        Kind.EXCLUDES,
        others=[other],
        da=f"og {called(other)} udelukker hinanden, men begge er med i planen.",
        en=f"and {called(other)} exclude each other, but both are in the plan.",
    )


def none_chosen(members: Sequence[Initiative]) -> Breach:
    listed = [called(one) for one in members]
    return Breach(
        kind=Kind.CHOOSE_ONE,
        initiatives=tuple(one.id for one in members),
        da=f"Præcis én skal vælges, men ingen er med i planen: {join_list(listed)}.",
        en=f"Exactly one must be chosen, but none is in the plan: {join_list(listed, 'en')}.",
    )


def several_chosen(chosen: Sequence[Initiative]) -> Breach:
    listed = [called(one) for one in chosen]
    return Breach(
        kind=Kind.CHOOSE_ONE,
        over=len(chosen) - 1,
        initiatives=tuple(one.id for one in chosen),
        da=f"Kun én må vælges, men {len(chosen)} er med i planen: {join_list(listed)}.",
        en=f"Only one may be chosen, but {len(chosen)} are in the plan: {join_list(listed, 'en')}.",
    )


def fixed_missing(problem: Problem, one: Initiative, fixed: int) -> Breach:
    month = problem.first_month.plus(fixed)
    return about(
        one,
        Kind.FIXED,
        month=month,
        da=f"ligger fast med start i {month_name(month)}, men er ikke med i planen.",
        en=f"is fixed to start in {month_name(month, 'en')}, but is not in the plan.",
    )


def fixed_moved(problem: Problem, one: Initiative, fixed: int, start: int) -> Breach:
    month, moved_to = problem.first_month.plus(fixed), problem.first_month.plus(start)
    return about(
        one,
        Kind.FIXED,
        month=moved_to,
        over=abs(start - fixed),
        da=f"ligger fast med start i {month_name(month)}, men starter i {month_name(moved_to)}.",
        en=f"is fixed to start in {month_name(month, 'en')}, but starts in {month_name(moved_to, 'en')}.",
    )


def unknown(id_: str) -> Breach:
    return Breach(
        kind=Kind.UNKNOWN,
        id=id_,
        name=id_,
        initiatives=(id_,),
        da=f"{id_} er med i planen, men findes ikke blandt initiativerne.",
        en=f"{id_} is in the plan, but is none of the initiatives.",
    )


def placed_twice(one: Initiative) -> Breach:
    return about(one, Kind.TWICE, da="er med i planen mere end én gang.", en="is in the plan more than once.")


def other_problem(claimed: str, actual: str) -> Breach:
    return Breach(
        kind=Kind.OTHER_PROBLEM,
        da=f"Planen er lavet til et andet problem (sha256 {claimed[:12]}…, her {actual[:12]}…).",
        en=f"The plan was made for another problem (sha256 {claimed[:12]}…, here {actual[:12]}…).",
    )


def wrong_months_late(claimed: int, actual: int) -> Breach:
    months = "måneds" if claimed == 1 else "måneders"
    return Breach(
        kind=Kind.MONTHS_LATE,
        over=actual - claimed,
        da=f"Planen siger {number(claimed)} {months} forsinkelse; initiativerne giver {number(actual)}.",
        en=f"The plan says that its months late are {number(claimed, 0, 'en')}; "
        f"its initiatives give {number(actual, 0, 'en')}.",
    )


def wrong_goal_shortfall(claimed: int, actual: int) -> Breach:
    return Breach(
        kind=Kind.GOAL_SHORTFALL,
        over=actual - claimed,
        da=f"Planen siger, at der mangler {number(claimed)} målpoint; der mangler {number(actual)}.",
        en=f"The plan says that its goal shortfall is {number(claimed, 0, 'en')}; "
        f"its initiatives give {number(actual, 0, 'en')}.",
    )


def wrong_value(claimed: int, actual: int) -> Breach:
    """Both in twelfths."""
    return Breach(
        kind=Kind.VALUE,
        da=f"Planen siger, at værdien er {_points(claimed, 'da')}; "
        f"initiativerne giver {_points(actual, 'da')}.",
        en=f"The plan says that its value is {_points(claimed, 'en')}; "
        f"its initiatives give {_points(actual, 'en')}.",
    )


def bound_below_value(bound: int, value: int) -> Breach:
    """Both in twelfths."""
    return Breach(
        kind=Kind.VALUE_BOUND,
        da=f"Planen siger, at ingen plan har mere værdi end {_points(bound, 'da')}, "
        f"men har selv {_points(value, 'da')}.",
        en=f"The plan says that no plan has more value than {_points(bound, 'en')}, "
        f"but has {_points(value, 'en')} itself.",
    )


def not_optimal(bound: int, value: int) -> Breach:
    """Both in twelfths."""
    return Breach(
        kind=Kind.STATUS,
        da=f"Planen kalder sig optimal, men værdien {_points(value, 'da')} ligger mere end 0,5 % "
        f"under grænsen {_points(bound, 'da')}.",
        en=f"The plan calls itself optimal, but its value {_points(value, 'en')} is more than 0.5 % "
        f"below the bound {_points(bound, 'en')}.",
    )


def _points(twelfths: int, language: Language) -> str:
    return number(Fraction(twelfths, 12), 2, language)
