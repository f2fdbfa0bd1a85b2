"""The way the case has come, where it is, and what happens next and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
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


@dataclass(frozen=True, slots=True)
class NextStep:
    what: str
    who: str
    """Who has it now, and what it takes."""
    is_late: bool = False


def next_step(case: Case, timing: Timing | None, *, today: date, language: wording.Language) -> NextStep:
    stage = Stage(case.initiative.stage)
    if stage == Stage.SUBMITTED:
        return _answer(case, today, language)
    if stage in {Stage.APPROVED, Stage.REALISING}:
        return _carry_out(case, stage, timing, language)
    if stage == Stage.CLARIFYING:
        return _clarify(case)
    reason = _latest_reason(case)
    return {
        Stage.DRAFT: NextStep(
            _("Send ønsket, når det er klart"), _("Kun du kan se kladden. Den har ikke noget nummer endnu.")
        ),
        Stage.RECOMMENDED: NextStep(
            _("Direktionen skal beslutte, om sagen går i gang"),
            _("Teknologirådet har indstillet sagen. Direktionen har sagen nu."),
        ),
        Stage.IN_USE: NextStep(
            _("Gevinsten skal følges, til den er hentet"), _("Løsningen er i drift. Enheden har sagen nu.")
        ),
        Stage.CLOSED: NextStep(_("Sagen er afsluttet"), reason),
        Stage.POSTPONED: NextStep(
            _("Ønsket er udskudt"), _("%(reason)s Netværket tager det op igen.") % {"reason": reason}
        ),
        Stage.DECLINED: NextStep(_("Ønsket er ikke valgt"), reason),
        Stage.MERGED: NextStep(_("Ønsket lever videre i en anden sag"), reason),
        Stage.WITHDRAWN: NextStep(_("Ønsket er trukket tilbage"), reason),
    }[stage]


def _answer(case: Case, today: date, language: wording.Language) -> NextStep:
    due = case.wish.answer_due_date if case.wish else None
    who = _("Digitaliseringsnetværket har ønsket nu. Svaret har altid en begrundelse.")
    if due is None:
        return NextStep(_("Netværket svarer på ønsket"), who)
    day = {"day": wording.day(due, language)}
    if due < today:
        return NextStep(_("Svaret skulle have været givet %(day)s") % day, who, is_late=True)
    return NextStep(_("Netværket svarer senest %(day)s") % day, who)


def _clarify(case: Case) -> NextStep:
    if case.estimate is None:
        return NextStep(
            _("Netværket skønner tid, penge og belastning"),
            _("Digitaliseringsnetværket har sagen. Den kan få plads i planen, når den er skønnet."),
        )
    return NextStep(
        _("Netværket gør sagen klar til Teknologirådet"),
        _("Digitaliseringsnetværket har sagen. Den er skønnet og med i planens regnestykke."),
    )


def _carry_out(case: Case, stage: Stage, timing: Timing | None, language: wording.Language) -> NextStep:
    if timing is None or not (case.is_placed or stage == Stage.REALISING):
        return NextStep(
            _("Sagen er besluttet, men har ingen plads i planen"),
            _("Direktionen skal give den plads eller flytte noget andet. Se under Plads i planen."),
        )
    if stage == Stage.APPROVED:
        return NextStep(
            _("Arbejdet starter i %(month)s") % {"month": wording.month_name(timing.start, language)},
            _("Digitaliseringsafdelingen udpeger en projektleder inden da."),
        )
    return NextStep(
        _("Løsningen skal i drift i %(month)s") % {"month": wording.month_name(timing.go_live, language)},
        _("Projektlederen har sagen nu."),
    )


def _latest_reason(case: Case) -> str:
    reasons = [event.reason for event in case.events if event.verb == "initiative.moved"]
    return reasons[-1] if reasons else ""


def local_day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
