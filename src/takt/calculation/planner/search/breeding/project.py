"""What must be placed, as the few arrays that compiled code can read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Flags, Ints
from takt.calculation.planner.choices.schedule import last_in_time, slope, stretches
from takt.calculation.planner.search.greedy import requirements_first

_LONGER: Final = 1.5
"""As much longer than the horizon is the calendar, so that a poor schedule can be told from none."""
_BITS: Final = 62
_WHOLE: Final = 1000
_NEVER_LATE: Final = 2**40


Records: TypeAlias = NDArray[Any]
"""Rows with named whole numbers."""

_JOB: Final = (
    "pieces",  # where its pieces begin; they end where those of the next job begin, and so do the links
    "before",
    "after",
    "span",  # months from the start to the last in which anything is used
    "is_even",  # what does not fit in one month cannot be mended by starting before it
    "latest",  # start; later is beyond the horizon
    "deadline",  # the last start that is not late
    "lead",  # the least gap to what waits for it
    "slope",  # value gained by each month it starts later
    "chain",  # months from its start to that of the last that waits for it, over however many
)
_PIECE: Final = (
    "offset",
    "word",
    "use",
    "weight",
)  # months from the start; of its limits, all shares added up
_LINK: Final = ("other", "gap")  # months from the start of the earlier to that of the later


class Project(NamedTuple):
    """Jobs are numbered so that what is required has the smaller number."""

    room: Ints
    """(months, words), before anything is placed: in each word a field for each of some limits, and above
    each field a guard, a bit that is 1 and that only what is too little takes away.
    """
    guards: Ints
    """(words,)."""
    is_open: Flags
    """(jobs, months): it may start here; beyond its latest start counts as open, and against the schedule."""
    job: Records
    """And one more behind the last, to end its pieces and links."""
    piece: Records
    """What a job uses in a month of the limits in a word; the last month first."""
    before: Records
    """What a job requires."""
    after: Records
    """What waits for it."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """From jobs back to columns."""

    columns: Columns
    initiative: Ints
    """(jobs,)."""

    def choice(self, start: Ints) -> Ints:
        """Of a schedule in which each starts where it may."""
        columns = self.columns
        choice = np.full(columns.initiatives, NOT_CHOSEN, dtype=np.int64)
        for one, at in zip(self.initiative.tolist(), start.tolist(), strict=True):
            own = columns.of(one)
            choice[one] = own.start + int(np.searchsorted(columns.start[own.start : own.stop], at))
        return choice

    def start(self, choice: Ints) -> Ints:
        return self.columns.start[choice[self.initiative]]


def project_of(columns: Columns) -> tuple[Project, Numbering]:
    """Of columns that are a schedule (``choices.schedule.is_schedule``)."""
    order = np.array(requirements_first(columns, range(columns.initiatives)), dtype=np.int64)
    job = np.argsort(order)
    limits = list(dict.fromkeys((columns.binding // columns.months).tolist()))
    fields = _fields(columns, limits)
    pieces = [_pieces(columns, one, fields) for one in order.tolist()]
    links = [(int(job[link.earlier]), int(job[link.later]), link.gap) for link in columns.links]
    before = [[(earlier, gap) for earlier, later, gap in links if later == n] for n in range(len(order))]
    after = [[(later, gap) for earlier, later, gap in links if earlier == n] for n in range(len(order))]
    room, guards = _room(columns, fields)
    is_open, latest = _windows(columns, order, len(room))
    chain = _chains(after)
    job_rows = [
        (
            *(0, 0, 0),
            max((offset + 1 for offset, *_ in pieces[n]), default=0),
            _is_even(pieces[n]),
            latest[n],
            _NEVER_LATE if (deadline := last_in_time(columns, one)) is None else deadline,
            min((gap for _, gap in after[n]), default=0),
            slope(columns, one),
            chain[n],
        )
        for n, one in enumerate(order.tolist())
    ]
    jobs = _records(_JOB, [*job_rows, (0,) * len(_JOB)])
    for name, lists in (("pieces", pieces), ("before", before), ("after", after)):
        jobs[name] = np.cumsum([0, *(len(few) for few in lists)])
    project = Project(
        room=room,
        guards=guards,
        is_open=is_open,
        job=jobs,
        piece=_records(_PIECE, [each for few in pieces for each in few]),
        before=_records(_LINK, [each for few in before for each in few]),
        after=_records(_LINK, [each for few in after for each in few]),
    )
    return project, Numbering(columns, order)


@dataclass(frozen=True, slots=True)
class _Field:
    """Where in the words a limit stands."""

    word: int
    place: int
    guard: int

    @property
    def most(self) -> int:
        return (self.guard >> self.place) - 1


def _fields(columns: Columns, limits: Sequence[int]) -> dict[int, _Field]:
    fields, word, place = dict[int, _Field](), 0, 0
    for limit in limits:
        most = int(columns.room[limit * columns.months : (limit + 1) * columns.months].max())
        most = min(most, int(columns.most_used[limit * columns.months : (limit + 1) * columns.months].sum()))
        width = most.bit_length() + 1
        if place + width > _BITS:
            word, place = word + 1, 0
        fields[limit] = _Field(word, place, 1 << place + width - 1)
        place += width
    return fields


def _pieces(columns: Columns, one: int, fields: Mapping[int, _Field]) -> list[tuple[int, ...]]:
    """(offset, word, use, weight), the last month first."""
    pieces: dict[tuple[int, int], list[int]] = {}
    for limit, offset, length, use in stretches(columns, one):
        if (field := fields.get(limit)) is not None:
            for month in range(offset, offset + length):
                piece = pieces.setdefault((month, field.word), [0, 0])
                piece[0] += use << field.place
                piece[1] += _WHOLE * use // field.most
    return [(*where, *piece) for where, piece in sorted(pieces.items(), reverse=True)]


def _is_even(pieces: Sequence[tuple[int, ...]]) -> bool:
    """The same in each month from the first to the last."""
    months = range(max((offset + 1 for offset, *_ in pieces), default=0))
    by_month = [[rest for offset, *rest in pieces if offset == month] for month in months]
    return all(each == by_month[0] for each in by_month)


def _room(columns: Columns, fields: Mapping[int, _Field]) -> tuple[Ints, Ints]:
    months, words = (
        int(columns.months * _LONGER),
        1 + max((field.word for field in fields.values()), default=0),
    )
    room, guards = np.zeros((months, words), dtype=np.int64), np.zeros(words, dtype=np.int64)
    for limit, field in fields.items():
        own = columns.room[limit * columns.months : (limit + 1) * columns.months]
        own = own.clip(0, field.most)
        room[: columns.months, field.word] += own << field.place
        room[columns.months :, field.word] += own.max() << field.place
        guards[field.word] += field.guard
    return room + guards, guards


def _windows(columns: Columns, order: Ints, months: int) -> tuple[Flags, Ints]:
    is_open, latest = np.zeros((len(order), months), dtype=bool), np.zeros(len(order), dtype=np.int64)
    for job, one in enumerate(order.tolist()):
        starts = columns.start[columns.of(one).start : columns.of(one).stop]
        latest[job] = starts[-1]
        is_open[job, starts] = True
        is_open[job, latest[job] + 1 :] = True
    return is_open, latest


def _chains(after: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    chain = [0] * len(after)
    for job in reversed(range(len(after))):
        chain[job] = max((gap + chain[later] for later, gap in after[job]), default=0)
    return chain


def _records(names: Sequence[str], rows: Sequence[tuple[int, ...]]) -> Records:
    return np.array(rows, dtype=[(name, np.int64) for name in names])
