"""Give an initiative another start, take out whoever is then in the way, and put back what fits.

Ejection chains under simulated annealing (Glover 1996; Kirkpatrick, Gelatt and Vecchi 1983): a worse plan is kept
now and then, the more seldom the colder it is, so that the way can lead out of a good plan to a better.
"""

from typing import Final, NamedTuple

import numpy as np

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Ints
from takt.calculation.planner.search.annealing.rules import Rules
from takt.calculation.planner.search.compiled import compiled

_MOST_TAKEN: Final = 6
"""Out of one row, before the move is given up."""
_OTHERS: Final = 6
"""Drawn at random to be put in as well, if they fit."""
VALUE, BEST, STEPS, OUT = range(4)


class Trial(NamedTuple):
    """A lawful plan between two moves."""

    choice: Ints
    """(initiatives,)."""
    load: Ints
    """(rows,): what it uses."""
    best: Ints
    """The most valuable choice so far."""
    tally: Ints
    """VALUE of the plan, that of the BEST, STEPS of this move, and how many it has taken OUT."""
    steps: Ints
    """Columns put in, and (-1 - column) taken out, in turn."""
    out: Ints
    """Initiatives taken out."""


@compiled
def anneal(rules: Rules, trial: Trial, rng: np.random.Generator, moves: int, heat: float) -> None:
    for _ in range(moves):
        before = trial.tally[VALUE]
        trial.tally[STEPS] = trial.tally[OUT] = 0
        if not _is_moved(rules, trial, rng) or not _is_kept(trial.tally[VALUE] - before, heat, rng):
            _undo(rules, trial)
        elif trial.tally[VALUE] > trial.tally[BEST]:
            trial.tally[BEST] = trial.tally[VALUE]
            trial.best[:] = trial.choice


@compiled
def _is_kept(gain: int, heat: float, rng: np.random.Generator) -> bool:
    return gain >= 0 or rng.random() < np.exp(gain / heat)


@compiled
def _is_moved(rules: Rules, trial: Trial, rng: np.random.Generator) -> bool:
    """Whether the plan was changed, and lawfully."""
    mover = int(rng.random() * len(trial.choice))
    column = rules.first[mover] + int(rng.random() * (rules.first[mover + 1] - rules.first[mover]))
    if column >= rules.first[mover + 1] or column == trial.choice[mover]:
        return False
    if not _has_what_it_needs(rules, trial, mover, column):
        return False
    if trial.choice[mover] != NOT_CHOSEN:
        _take(rules, trial, mover)
    _put(rules, trial, column)
    _take_out_who_waits(rules, trial, mover)
    for entry in range(rules.entries_from[column], rules.entries_from[column + 1]):
        if not _make_room(rules, trial, rules.row[entry], mover, rng):
            return False
    _put_back(rules, trial, mover, rng)
    return _is_within(rules, trial)


@compiled
def _make_room(rules: Rules, trial: Trial, row: int, mover: int, rng: np.random.Generator) -> bool:
    """Take out those worth least, more or less, until the row has room again."""
    taken = 0
    while trial.load[row] > rules.room[row]:
        victim, least = -1, np.inf
        for user in range(rules.users_from[row], rules.users_from[row + 1]):
            column = rules.users[user]
            owner = rules.owner[column]
            if trial.choice[owner] == column and owner != mover:
                worth = (rules.value[column] + 1) * (0.5 + rng.random())
                if worth < least:
                    victim, least = owner, worth
        if victim < 0 or taken == _MOST_TAKEN:
            return False
        _take_out(rules, trial, victim)
        taken += 1
    return True


@compiled
def _take_out(rules: Rules, trial: Trial, initiative: int) -> None:
    """And whoever waits for it."""
    done = trial.tally[OUT]
    _note_out(trial, initiative)
    while done < trial.tally[OUT]:
        one = trial.out[done]
        done += 1
        if trial.choice[one] != NOT_CHOSEN:
            _take(rules, trial, one)
            for link in range(rules.waits_from[one], rules.waits_from[one + 1]):
                if trial.choice[rules.waits[link, 0]] != NOT_CHOSEN:
                    _note_out(trial, rules.waits[link, 0])


@compiled
def _note_out(trial: Trial, initiative: int) -> None:
    trial.out[trial.tally[OUT]] = initiative
    trial.tally[OUT] += 1


@compiled
def _take_out_who_waits(rules: Rules, trial: Trial, mover: int) -> None:
    """For the mover, and cannot wait as long as it now takes."""
    start = rules.start[trial.choice[mover]]
    for link in range(rules.waits_from[mover], rules.waits_from[mover + 1]):
        waiting = trial.choice[rules.waits[link, 0]]
        if waiting != NOT_CHOSEN and rules.start[waiting] < start + rules.waits[link, 1]:
            _take_out(rules, trial, rules.waits[link, 0])


@compiled
def _put_back(rules: Rules, trial: Trial, mover: int, rng: np.random.Generator) -> None:
    """Those taken out, in turn, and some others: each where it is worth most among what fits."""
    taken = trial.tally[OUT]
    for place in range(taken + _OTHERS):
        one = trial.out[place] if place < taken else int(rng.random() * len(trial.choice))
        if trial.choice[one] != NOT_CHOSEN or one == mover:
            continue
        for position in range(rules.first[one], rules.first[one + 1]):
            column = rules.by_value[position]
            if rules.value[column] < 0 and place >= taken:
                break
            if _fits(rules, trial, one, column):
                _put(rules, trial, column)
                break


@compiled
def _fits(rules: Rules, trial: Trial, initiative: int, column: int) -> bool:
    for entry in range(rules.entries_from[column], rules.entries_from[column + 1]):
        row = rules.row[entry]
        if rules.use[entry] > 0 and trial.load[row] + rules.use[entry] > rules.room[row]:
            return False
    for link in range(rules.waits_from[initiative], rules.waits_from[initiative + 1]):
        waiting = trial.choice[rules.waits[link, 0]]
        if waiting != NOT_CHOSEN and rules.start[waiting] < rules.start[column] + rules.waits[link, 1]:
            return False
    return _has_what_it_needs(rules, trial, initiative, column)


@compiled
def _has_what_it_needs(rules: Rules, trial: Trial, initiative: int, column: int) -> bool:
    for link in range(rules.needs_from[initiative], rules.needs_from[initiative + 1]):
        earlier = trial.choice[rules.needs[link, 0]]
        if earlier == NOT_CHOSEN or rules.start[column] < rules.start[earlier] + rules.needs[link, 1]:
            return False
    return True


@compiled
def _is_within(rules: Rules, trial: Trial) -> bool:
    """Every row that the move has touched, also where taking out leaves too little saved."""
    for step in range(trial.tally[STEPS]):
        column = trial.steps[step] if trial.steps[step] >= 0 else -1 - trial.steps[step]
        for entry in range(rules.entries_from[column], rules.entries_from[column + 1]):
            if trial.load[rules.row[entry]] > rules.room[rules.row[entry]]:
                return False
    return True


@compiled
def _put(rules: Rules, trial: Trial, column: int) -> None:
    _lay(rules, trial, column)
    trial.steps[trial.tally[STEPS]] = column
    trial.tally[STEPS] += 1


@compiled
def _take(rules: Rules, trial: Trial, initiative: int) -> None:
    column = trial.choice[initiative]
    _lift(rules, trial, column)
    trial.steps[trial.tally[STEPS]] = -1 - column
    trial.tally[STEPS] += 1


@compiled
def _undo(rules: Rules, trial: Trial) -> None:
    for step in range(trial.tally[STEPS] - 1, -1, -1):
        if trial.steps[step] >= 0:
            _lift(rules, trial, trial.steps[step])
        else:
            _lay(rules, trial, -1 - trial.steps[step])


@compiled
def _lay(rules: Rules, trial: Trial, column: int) -> None:
    trial.choice[rules.owner[column]] = column
    trial.tally[VALUE] += rules.value[column]
    for entry in range(rules.entries_from[column], rules.entries_from[column + 1]):
        trial.load[rules.row[entry]] += rules.use[entry]


@compiled
def _lift(rules: Rules, trial: Trial, column: int) -> None:
    trial.choice[rules.owner[column]] = NOT_CHOSEN
    trial.tally[VALUE] -= rules.value[column]
    for entry in range(rules.entries_from[column], rules.entries_from[column + 1]):
        trial.load[rules.row[entry]] -= rules.use[entry]
