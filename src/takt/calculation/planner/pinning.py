"""Wishes for a start, built into a question so that its plan keeps them; and those it cannot keep, with the reason.

A kept wish narrows the window of its initiative to the one month (``earliest_start`` and ``latest_go_live``) and
makes it chosen (a ``choose_one`` of one). That is only asked when a lawful plan is known to exist in which no
duty is later than it would be without the wish: one with the fixed, the kept wishes, the duties, and all that
these require. So a wish never makes a question impossible and never comes before the law.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from takt.calculation.planner.broken import broken_by
from takt.calculation.planner.explain.answer import ObstacleKind
from takt.calculation.planner.explain.ground import Ground, months_late
from takt.calculation.planner.explain.moving import obstacles_to
from takt.calculation.planner.explain.moving_sentences import said_of
from takt.calculation.planner.explain.phrases import Phrases
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.wording import Language

_BETWEEN_INITIATIVES = {
    ObstacleKind.REQUIREMENT_NOT_CHOSEN,
    ObstacleKind.REQUIREMENT_LATE,
    ObstacleKind.NEEDED_EARLIER,
}
"""Asked of the witness, which places what is required; here not everything is placed yet."""
_LANGUAGES: tuple[Language, Language] = ("da", "en")


@dataclass(frozen=True, slots=True)
class Wish:
    id: str
    start: int
    """Month offset."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A wish that every plan of the question keeps, and the window that its initiative had before."""

    wish: Wish
    earliest_start: int
    latest_go_live: int | None


@dataclass(frozen=True, slots=True)
class NotKept:
    wish: Wish
    da: str
    en: str


@dataclass(frozen=True, slots=True)
class Pinned:
    problem: Problem
    kept: tuple[Kept, ...]
    not_kept: tuple[NotKept, ...]


def pinned(problem: Problem, wishes: Sequence[Wish], before: Mapping[str, int]) -> Pinned:
    """The question with as many of the wishes as it can bear; of two that collide the first is kept.

    ``before``: starts of an earlier plan, tried first when a lawful plan is looked for. KeyError for a wish about
    an initiative that the question does not have.
    """
    ground, held, refused = Ground(problem), dict[str, int](), list[NotKept]()
    standing = _standing(ground, before)
    for wish in wishes:
        reasons = _why_not(ground, held, wish, before, standing)
        if reasons is None:
            held[wish.id] = wish.start
        else:
            refused.append(NotKept(wish, *reasons))
    kept = tuple(_kept(problem.initiative[id_], start) for id_, start in held.items())
    return Pinned(_narrowed(problem, kept), kept, tuple(refused))


def lifted(problem: Problem, kept: Sequence[Kept]) -> Problem:
    """The question without these wishes: what an explanation or another wish is held against."""
    own = {one.wish.id: one for one in kept}
    return replace(
        problem,
        initiatives=tuple(
            replace(
                one,
                earliest_start=own[one.id].earliest_start,
                latest_go_live=own[one.id].latest_go_live,
            )
            if one.id in own
            else one
            for one in problem.initiatives
        ),
        choose_one=tuple(ids for ids in problem.choose_one if not (len(ids) == 1 and ids[0] in own)),
    )


def wishes_in(problem: Problem) -> tuple[Wish, ...]:
    """The wishes that a question keeps, read from the question itself: a choice of one, in one month."""
    alone = [problem.initiative[ids[0]] for ids in problem.choose_one if len(ids) == 1]
    return tuple(
        Wish(one.id, one.earliest_start)
        for one in alone
        if one.latest_go_live == one.earliest_start + one.lead_time
    )


def not_demanding(problem: Problem, wishes: Sequence[Wish]) -> Problem:
    """The wishes' initiatives keep their month, but may be left out."""
    alone = {(wish.id,) for wish in wishes}
    return replace(problem, choose_one=tuple(ids for ids in problem.choose_one if ids not in alone))


def demanding(problem: Problem, wishes: Sequence[Wish]) -> Problem:
    """Those are chosen for certain that still can be, now that the question has changed."""
    ground, held = Ground(problem), dict[str, int]()
    standing = _witness(ground, held, {})
    for wish in wishes:
        if wish.id in problem.initiative and _why_not(ground, held, wish, {}, standing) is None:
            held[wish.id] = wish.start
    return replace(problem, choose_one=(*problem.choose_one, *((id_,) for id_ in held)))


def _kept(one: Initiative, start: int) -> Kept:
    return Kept(Wish(one.id, start), one.earliest_start, one.latest_go_live)


def _narrowed(problem: Problem, kept: Sequence[Kept]) -> Problem:
    start = {one.wish.id: one.wish.start for one in kept}
    return replace(
        problem,
        initiatives=tuple(
            replace(one, earliest_start=start[one.id], latest_go_live=start[one.id] + one.lead_time)
            if one.id in start
            else one
            for one in problem.initiatives
        ),
        choose_one=(*problem.choose_one, *((id_,) for id_ in start)),
    )


def _why_not(
    ground: Ground, held: Mapping[str, int], wish: Wish, before: Mapping[str, int], standing: "_Witness"
) -> tuple[str, str] | None:
    """In Danish and English; None when it can be kept beside those that are held."""
    one = ground.problem.initiative[wish.id]
    danish, english = (Phrases(ground.problem, language) for language in _LANGUAGES)
    if one.fixed_start is not None:
        return danish.say("under_way_already"), english.say("under_way_already")
    now = _with_fixed(ground, held)
    obstacles = tuple(
        obstacle
        for obstacle in obstacles_to(now, one, wish.start)
        if obstacle.kind not in _BETWEEN_INITIATIVES
    )
    pressures = () if obstacles else now.sweep(one).pressures(wish.start)
    if obstacles or pressures:
        return " ".join(said_of(danish, pressures, obstacles)), " ".join(
            said_of(english, pressures, obstacles)
        )
    witness = _witness(ground, {**held, wish.id: wish.start}, before)
    if witness.without_place:
        other = witness.without_place[0]
        return danish.say("needs_before", other=danish.called(other)), english.say(
            "needs_before", other=english.called(other)
        )
    if witness.without_choice:
        ids = witness.without_choice
        return danish.say("leaves_no_choice", others=danish.all_called(ids)), english.say(
            "leaves_no_choice", others=english.all_called(ids)
        )
    if witness.months_late > standing.months_late:
        late = [id_ for id_, months in witness.late.items() if months > standing.late[id_]]
        return danish.say("delays_duty", others=danish.all_called(late)), english.say(
            "delays_duty", others=english.all_called(late)
        )
    return None


@dataclass(frozen=True, slots=True)
class _Witness:
    """A lawful plan of what must be there, as far as one was found."""

    late: Mapping[str, int]
    """Months late by duty; one without a place is as late as the plan is long."""
    without_place: tuple[str, ...]
    """What the wishes require, and no place was found for."""
    without_choice: tuple[str, ...]
    """A list of which exactly one must be chosen, and no place was found for any; empty when each has its one."""

    @property
    def months_late(self) -> int:
        return sum(self.late.values())


def _standing(ground: Ground, before: Mapping[str, int]) -> _Witness:
    """Without the wishes: the earlier plan, where it keeps the limits and is less late than what is found at once."""
    problem, found = ground.problem, _witness(ground, {}, before)
    starts = {id_: start for id_, start in {**before, **ground.fixed}.items() if id_ in problem.initiative}
    if not before or broken_by(problem, starts, before=problem):
        return found
    late = {
        id_: months_late(problem.initiative[id_], starts[id_] + problem.initiative[id_].lead_time)
        if id_ in starts
        else problem.months
        for id_ in _duties(problem)
    }
    return min(found, _Witness(late, (), ()), key=lambda one: one.months_late)


def _witness(ground: Ground, held: Mapping[str, int], before: Mapping[str, int]) -> _Witness:
    problem, now = ground.problem, _with_fixed(ground, held)
    needed_by_wishes = set(_with_required(problem, held))
    late, without_place = dict[str, int](), list[str]()
    for id_ in _with_required(problem, [*held, *_duties(problem)]):
        one = problem.initiative[id_]
        start = now.start.get(id_)
        if start is None:
            start = _place(now, one, before.get(id_))
            now = now if start is None else now.changed({id_: start})
        if start is None and id_ in needed_by_wishes:
            without_place.append(id_)
        if id_ in held:
            without_place += _not_ready(now, one, held[id_])
        if one.obligation is Obligation.MUST:
            late[id_] = problem.months if start is None else months_late(one, start + one.lead_time)
    return _Witness(late, tuple(without_place), _without_choice(now, before))


def _without_choice(now: Situation, before: Mapping[str, int]) -> tuple[str, ...]:
    """The first list that none of can be placed beside what is there; of each other list, the one that was is."""
    for ids in now.ground.problem.choose_one:
        if any(id_ in now.start for id_ in ids):
            continue
        placed = (
            _placed_with_required(now, id_, before) for id_ in sorted(ids, key=lambda id_: id_ not in before)
        )
        then = next((found for found in placed if found is not None), None)
        if then is None:
            return ids
        now = then
    return ()


def _placed_with_required(now: Situation, id_: str, before: Mapping[str, int]) -> Situation | None:
    for each in _with_required(now.ground.problem, [id_]):
        if each not in now.start:
            start = _place(now, now.ground.problem.initiative[each], before.get(each))
            if start is None:
                return None
            now = now.changed({each: start})
    return now


def _with_fixed(ground: Ground, held: Mapping[str, int]) -> Situation:
    starts = {**ground.fixed, **held}
    return Situation(ground, starts, ground.used_by(starts))


def _place(now: Situation, one: Initiative, before: int | None) -> int | None:
    """Where it was before if it may, else as early as it fits; never so late that a wish must wait for it."""
    if now.standing_obstacles(one):
        return None
    sweep, latest = now.sweep(one), now.latest_start(one)
    starts = [
        start
        for start in now.ground.starts(one)
        if start <= latest and sweep.free[start] and not now.calendar_obstacles(one, start)
    ]
    return before if before in starts else next(iter(starts), None)


def _not_ready(now: Situation, one: Initiative, start: int) -> list[str]:
    """What it requires that is not in use by then; it stands before it in the order, so it has been placed."""
    return [
        obstacle.other
        for obstacle in now.obstacles(one, start)
        if obstacle.kind in _BETWEEN_INITIATIVES and obstacle.other is not None
    ]


def _duties(problem: Problem) -> list[str]:
    """Those with the nearest deadline first."""
    duties = [one for one in problem.initiatives if one.obligation is Obligation.MUST]
    last = problem.months
    duties.sort(key=lambda one: last if one.latest_go_live is None else one.latest_go_live)
    return [one.id for one in duties]


def _with_required(problem: Problem, ids: Sequence[str] | Mapping[str, int]) -> dict[str, None]:
    """These and all they require, each after what it requires; fixed ones need nothing more."""
    found: dict[str, None] = {}

    def visit(id_: str) -> None:
        if id_ in found:
            return
        one = problem.initiative[id_]
        if one.fixed_start is None:
            for requirement in one.requires:
                visit(requirement.id)
        found[id_] = None

    for id_ in ids:
        visit(id_)
    return found
