"""The way the case has come and where it is: who did what, when, and what is ahead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.governance_path import Level
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.models import Outcome
from takt.governance.deciding.meetings.models.outcome import APPROVING, RECOMMENDING
from takt.governance.deciding.meetings.on_case import OnCase
from takt.governance.flow.stages import TRACK, Stage
from takt.interfaces.case_file.ahead import Ahead
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.timing import Timing

PLAN = "plan"
_ON_THE_TRACK = {stage: key for key, _heading, stages in TRACK for stage in stages}
_KINDS = {"recommend": RECOMMENDING, "decide": APPROVING}


@dataclass(frozen=True, slots=True)
class TrackStep:
    state: str
    """done, now or next."""
    heading: str
    when: datetime | str = ""
    """A moment that was or is set, or months to come in words; empty when nobody knows."""
    result: str = ""
    who: str = ""
    """The body, or the person by title."""
    url: str = ""
    """Of the meeting."""


@dataclass(frozen=True, slots=True)
class Way:
    """What the track is drawn from."""

    case: Case
    timing: Timing | None
    ahead: Ahead | None
    bodies: OnCase
    language: wording.Language


def track(way: Way) -> list[TrackStep]:
    """The parts everyone passes, with the place in the plan before the carrying out."""
    reached = _reached(way.case.events)
    keys = _keys(way, reached)
    now = keys.index(_now(way, reached))
    headings = {key: str(heading) for key, heading, _stages in TRACK}
    steps = []
    for index, key in enumerate(keys):
        state = "now" if index == now else "done" if index < now else "next"
        if key == PLAN:
            steps.append(_plan_step(way, state))
        elif state == "done":
            steps.append(_done(way, key, headings[key], reached.get(key)))
        elif state == "now":
            steps.append(_where_it_is(way, key, headings[key], reached.get(key)))
        else:
            steps.append(TrackStep(state, headings[key], _months(key, way)))
    return steps


def _keys(way: Way, reached: Mapping[str, Event]) -> list[str]:
    """A case that a body decides at once is not recommended by any."""
    keys = [key for key, _heading, _stages in TRACK]
    keys.insert(keys.index("realise"), PLAN)
    decides_at_once = way.ahead is not None and way.ahead.level is Level.DECIDE
    is_past = "decide" in reached or decides_at_once
    if is_past and "recommend" not in reached and way.case.initiative.stage != Stage.RECOMMENDED:
        keys.remove("recommend")
    return keys


def _now(way: Way, reached: Mapping[str, Event]) -> str:
    stage = Stage(way.case.initiative.stage)
    if stage == Stage.RECOMMENDED:
        return "decide"
    if stage == Stage.CLARIFYING and way.ahead and way.ahead.is_ready:
        return "decide" if way.ahead.level is Level.DECIDE else "recommend"
    if stage == Stage.APPROVED:
        return PLAN
    return _ON_THE_TRACK.get(stage) or _last_reached(reached)


def _reached(events: Sequence[Event]) -> dict[str, Event]:
    """The latest arrival at each part of the track."""
    moves = (event for event in events if event.verb == "initiative.moved")
    return {key: event for event in moves if (key := _ON_THE_TRACK.get(event.facts.get("now", "")))}


def _last_reached(reached: Mapping[str, Event]) -> str:
    keys = [key for key, _heading, _stages in TRACK if key in reached]
    return keys[-1] if keys else TRACK[0][0]


def _done(way: Way, key: str, heading: str, event: Event | None) -> TrackStep:
    if outcome := _outcome_of(key, way.bodies):
        return _treated(heading, outcome)
    if event is None:
        return TrackStep("done", heading)
    result = {
        "wish": _("Modtaget"),
        "clarify": _("Kvalificeret"),
        "recommend": _("Indstillet"),
        "decide": _("Besluttet"),
        "realise": _("Gennemført"),
        "benefit": _("I drift"),
    }[key]
    return TrackStep("done", heading, event.at, result, _by(way.case.who(event), key))


def _outcome_of(key: str, bodies: OnCase) -> Outcome | None:
    """The newest yes of that kind."""
    kinds = _KINDS.get(key, frozenset())
    return next((one.outcome for one in bodies.treated if one.outcome.kind in kinds), None)


def _treated(heading: str, outcome: Outcome) -> TrackStep:
    meeting = outcome.item.meeting
    who = _("%(body)s, pkt. %(number)s") % {"body": meeting.body.name, "number": outcome.item.position}
    return TrackStep(
        "done", heading, meeting.starts_at, outcome.get_kind_display(), who, meeting.get_absolute_url()
    )


def _where_it_is(way: Way, key: str, heading: str, event: Event | None) -> TrackStep:
    ahead = way.ahead
    if ahead and ahead.is_ready and key in _KINDS:
        waits = _("Venter på %(body)s") % {"body": ahead.body}
        if ahead.item is None:
            return TrackStep("now", heading, "", waits, _("Ikke på dagsordenen endnu"))
        meeting = ahead.item.meeting
        number = _("pkt. %(number)s") % {"number": ahead.item.position}
        return TrackStep("now", heading, meeting.starts_at, waits, number, meeting.get_absolute_url())
    initiative = way.case.initiative
    at = event.at if event else initiative.changed_at
    who = _by(way.case.who(event), key) if event else ""
    return TrackStep("now", heading, at, initiative.get_stage_display(), who)


def _by(person: Person | None, key: str) -> str:
    """By title; the wisher with the unit, so that one sees where the wish comes from."""
    if person is None:
        return ""
    title = person.job_title or str(person)
    return f"{title}, {person.unit}" if key == "wish" and person.unit else title


def _plan_step(way: Way, state: str) -> TrackStep:
    heading = _("Plan")
    if way.timing and state == "done":
        return TrackStep(state, heading, wording.month_name(way.timing.start, way.language), _("Startet"))
    if way.timing and way.case.is_placed:
        start = wording.month_name(way.timing.start, way.language)
        return TrackStep(state, heading, start, _("Har plads") if state == "now" else _("Foreløbig plads"))
    return TrackStep(state, heading, "", _("Ingen plads endnu") if way.case.placement else "")


def _months(key: str, way: Way) -> str:
    timing = way.timing
    if timing is None or not way.case.is_placed:
        return ""
    if key == "realise":
        return wording.month_range(timing.start, timing.go_live.plus(-1), way.language)
    if key == "benefit":
        return _("fra %(month)s") % {"month": wording.month_name(timing.go_live, way.language)}
    return ""
