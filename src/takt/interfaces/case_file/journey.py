"""The way the case has come, where it is, and what lies ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.flow.stages import TRACK, Stage
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.timing import Timing

PLAN = "plan"
_ON_THE_TRACK = {stage: key for key, _heading, stages in TRACK for stage in stages}


@dataclass(frozen=True, slots=True)
class TrackStep:
    state: str
    """done, now or next."""
    heading: str
    when: datetime | str
    """A moment that was, or months to come in words; empty when nobody knows."""
    result: str
    who: Person | None


def track(case: Case, timing: Timing | None, language: wording.Language) -> list[TrackStep]:
    """The stages everyone passes, with the place in the plan before the carrying out."""
    reached = _reached(case.events)
    now = _ON_THE_TRACK.get(Stage(case.initiative.stage)) or _last_reached(reached)
    keys = [key for key, _heading, _stages in TRACK]
    steps = []
    for key, heading, _stages in TRACK:
        if key == "realise":
            steps.append(_plan_step(case, timing, keys.index(now) >= keys.index("realise"), language))
        state = "now" if key == now else "done" if keys.index(key) < keys.index(now) else "next"
        if state == "done" and key == "recommend" and key not in reached:
            continue  # decided by a body that needs nobody's recommendation
        if state == "next" or (state == "done" and key not in reached):
            steps.append(TrackStep(state, str(heading), _months(key, timing, case, language), "", None))
            continue
        event = reached.get(key)
        steps.append(
            TrackStep(
                state,
                str(heading),
                event.at if event else case.initiative.changed_at,
                case.initiative.get_stage_display() if state == "now" else _outcome(key),
                case.who(event) if event else None,
            )
        )
    return steps


def _reached(events: Sequence[Event]) -> dict[str, Event]:
    """The latest arrival at each part of the track."""
    arrivals = {}
    for event in events:
        if event.verb == "initiative.moved":
            key = _ON_THE_TRACK.get(event.facts.get("now"))
            if key:
                arrivals[key] = event
    return arrivals


def _last_reached(reached: dict[str, Event]) -> str:
    keys = [key for key, _heading, _stages in TRACK if key in reached]
    return keys[-1] if keys else TRACK[0][0]


def _outcome(key: str) -> str:
    return {
        "wish": _("Modtaget"),
        "clarify": _("Kvalificeret"),
        "recommend": _("Indstillet"),
        "decide": _("Besluttet"),
        "realise": _("Gennemført"),
    }[key]


def _plan_step(case: Case, timing: Timing | None, is_done: bool, language: wording.Language) -> TrackStep:  # noqa: FBT001
    heading = _("Plan")
    if is_done and timing:
        return TrackStep("done", heading, wording.month_name(timing.start, language), _("Startet"), None)
    if case.is_placed and timing:
        start = wording.month_name(timing.start, language)
        return TrackStep("next", heading, start, _("Foreløbig plads"), None)
    result = _("Ingen plads endnu") if case.placement else ""
    return TrackStep("next", heading, "", result, None)


def _months(key: str, timing: Timing | None, case: Case, language: wording.Language) -> str:
    if timing is None or not case.is_placed:
        return ""
    if key == "realise":
        return wording.month_range(timing.start, timing.go_live.plus(-1), language)
    if key == "benefit":
        return _("fra %(month)s") % {"month": wording.month_name(timing.go_live, language)}
    return ""
