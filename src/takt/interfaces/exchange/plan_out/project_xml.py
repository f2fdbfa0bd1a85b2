"""A plan for Microsoft Project: MSPDI, in the order of elements that its schema (mspdi_pj12.xsd) demands.

An initiative is a summary task with its phases as tasks below it; what it requires are links. Every phase may
start no earlier than in the plan, and lasts as many weekdays as there are in its months, so that Project
arrives at the same dates as Takt.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from takt.calculation.planner.problem import Initiative, Month
from takt.governance.planning.limits.months import first_day_of
from takt.interfaces.exchange.plan_out.export import Export
from takt.interfaces.exchange.plan_out.project_calendar import calendars

NAMESPACE = "http://schemas.microsoft.com/project"
FINISH_TO_START, FIXED_DURATION, NO_EARLIER_THAN = "1", "1", "4"
DAYS, ELAPSED_DAYS = "7", "8"
HOURS_A_DAY = 8
SHORTEST_MONTH = 28
TENTHS_OF_A_DAY = 24 * 60 * 10
LONGEST_NAME = 512


@dataclass(frozen=True, slots=True)
class Phase:
    """One task. Months are offsets from the plan's first; ``end`` is the first month after."""

    uid: int
    name: str
    start: int
    end: int
    deadline: int | None = None
    """The month by which it must be over, when it is the one that ends in going live."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One initiative."""

    uid: int
    asked: Initiative
    name: str
    notes: str
    phases: tuple[Phase, ...]
    before_use: int
    """The UID of the phase after which it is in use."""


def project_xml_of(export: Export) -> bytes:
    """Everything that has a place in the plan."""
    summaries = list(_summaries(export))
    project = ET.Element("Project", xmlns=NAMESPACE)
    start = min((one.phases[0].start for one in summaries), default=0)
    for name, text in {
        "SaveVersion": "12",
        "Name": _plain(export.problem.title),
        "Title": _plain(export.problem.title),
        "ScheduleFromStart": "1",
        "StartDate": _opens(export.first.plus(start)),
        "CalendarUID": "1",
        "DefaultStartTime": "08:00:00",
        "DefaultFinishTime": "17:00:00",
        "MinutesPerDay": str(60 * HOURS_A_DAY),
        "MinutesPerWeek": str(5 * 60 * HOURS_A_DAY),
        "DaysPerMonth": "20",
    }.items():
        ET.SubElement(project, name).text = text
    project.append(calendars())
    tasks = ET.SubElement(project, "Tasks")
    known = {one.asked.id: one for one in summaries}
    for place, summary in enumerate(summaries, 1):
        tasks.extend(_tasks(place, summary, known, export.first))
    written: bytes = ET.tostring(project, encoding="utf-8", xml_declaration=True)
    return written


def _summaries(export: Export) -> Iterator[Summary]:
    uid = 1
    for place in export.places:
        asked = export.problem.initiative.get(place.number)
        if asked is None or place.start is None:
            continue
        phases = tuple(_phases(asked, place.start, uid + 1))
        before_use = max(one.uid for one in phases if one.end <= place.start + asked.lead_time)
        unit = export.unit_names.get(place.unit, "")
        yield Summary(
            uid,
            asked,
            f"{place.number} {place.title}",
            f"{unit}. {place.deadline_reason}".strip(". "),
            phases,
            before_use,
        )
        uid += 1 + len(phases)


def _phases(asked: Initiative, start: int, uid: int) -> Iterator[Phase]:
    go_live = start + asked.lead_time
    names = (_("Forberedelse"), _("Udrulning"), _("Indkøring"))
    for name, months in zip(names, (asked.prepare, asked.roll_out, asked.settle), strict=True):
        if months:
            end = start + months
            yield Phase(uid, name, start, end, asked.latest_go_live if end == go_live else None)
            uid, start = uid + 1, end


def _tasks(place: int, summary: Summary, known: Mapping[str, Summary], first: Month) -> Iterator[ET.Element]:
    whole = Phase(summary.uid, summary.name, summary.phases[0].start, summary.phases[-1].end)
    yield _task(whole, first, outline=(place,), notes=summary.notes)
    before: list[tuple[int, int]] = [
        (known[one.id].before_use, one.lag_months) for one in summary.asked.requires if one.id in known
    ]
    for number, phase in enumerate(summary.phases, 1):
        yield _task(phase, first, outline=(place, number), before=before)
        before = [(phase.uid, 0)]


def _task(
    phase: Phase,
    first: Month,
    *,
    outline: tuple[int, ...],
    notes: str = "",
    before: list[tuple[int, int]] | None = None,
) -> ET.Element:
    """``before``: the UID of each task that must be over first, and months that must pass after it."""
    is_summary, opens, closes = (
        len(outline) == 1,
        _opens(first.plus(phase.start)),
        _closes(first.plus(phase.end)),
    )
    weekdays = len(_weekdays(first.plus(phase.start), first.plus(phase.end)))
    task = ET.Element("Task")
    for name, text in {
        "UID": str(phase.uid),
        "ID": str(phase.uid),
        "Name": _plain(phase.name)[:LONGEST_NAME],
        "Type": FIXED_DURATION,
        "IsNull": "0",
        "OutlineNumber": ".".join(str(part) for part in outline),
        "OutlineLevel": str(len(outline)),
        "Start": opens,
        "Finish": closes,
        "Duration": f"PT{HOURS_A_DAY * weekdays}H0M0S",
        "DurationFormat": DAYS,
        "Milestone": "0",
        "Summary": str(int(is_summary)),
        "ConstraintType": "" if is_summary else NO_EARLIER_THAN,
        "ConstraintDate": "" if is_summary else opens,
        "Deadline": _closes(first.plus(phase.deadline)) if phase.deadline is not None else "",
        "Notes": _plain(notes),
    }.items():
        if text:
            ET.SubElement(task, name).text = text
    task.extend(_link(uid, lag_months) for uid, lag_months in before or [])
    return task


def _link(uid: int, lag_months: int) -> ET.Element:
    """The lag is as long as the shortest months, so that it never pushes what the plan has placed."""
    link = ET.Element("PredecessorLink")
    for name, text in {
        "PredecessorUID": str(uid),
        "Type": FINISH_TO_START,
        "CrossProject": "0",
        "LinkLag": str(lag_months * SHORTEST_MONTH * TENTHS_OF_A_DAY),
        "LagFormat": ELAPSED_DAYS,
    }.items():
        ET.SubElement(link, name).text = text
    return link


def _weekdays(first: Month, end: Month) -> list[date]:
    """From the first month up to, and not in, the last."""
    start, stop = first_day_of(first), first_day_of(end)
    days = (start + timedelta(days=number) for number in range((stop - start).days))
    return [day for day in days if day.weekday() < 5]


def _opens(month: Month) -> str:
    return f"{_weekdays(month, month.plus(1))[0].isoformat()}T08:00:00"


def _closes(month: Month) -> str:
    """When what is over before this month ends."""
    return f"{_weekdays(month.plus(-1), month)[-1].isoformat()}T17:00:00"


def _plain(text: str) -> str:
    """XML can hold no control characters."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
