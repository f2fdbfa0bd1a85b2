"""The next step of a case: what it is, and who has the case now."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.governance_path import Level
from takt.governance.deciding.meetings.turn import turn_of
from takt.governance.flow.stages import Stage
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.timing import Timing


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
    if stage in {Stage.CLARIFYING, Stage.RECOMMENDED}:
        return _come_to_a_decision(case)
    reason = _latest_reason(case)
    return {
        Stage.DRAFT: NextStep(
            _("Send ønsket, når det er klart"), _("Kun du kan se kladden. Den har ikke noget nummer endnu.")
        ),
        Stage.IN_USE: NextStep(
            _("Gevinsten skal følges, til den er hentet"), _("Løsningen er i drift. Enheden har sagen nu.")
        ),
        Stage.CLOSED: NextStep(_("Sagen er afsluttet"), reason),
        Stage.POSTPONED: NextStep(
            _("Ønsket er udskudt"),
            _("%(reason)s Dagen, hvor det tages op igen, står under Behandling.") % {"reason": reason},
        ),
        Stage.DECLINED: NextStep(_("Ønsket er ikke valgt"), reason),
        Stage.MERGED: NextStep(_("Ønsket lever videre i en anden sag"), reason),
        Stage.WITHDRAWN: NextStep(_("Ønsket er trukket tilbage"), reason),
    }[stage]


def _answer(case: Case, today: date, language: wording.Language) -> NextStep:
    due = case.wish.answer_due_date if case.wish else None
    who = _("Ønsket venter på at blive taget op. Svaret har altid en begrundelse.")
    if due is None:
        return NextStep(_("Ønsket får et svar"), who)
    day = {"day": wording.day(due, language)}
    if due < today:
        return NextStep(_("Svaret skulle have været givet %(day)s") % day, who, is_late=True)
    return NextStep(_("Ønsket får svar senest %(day)s") % day, who)


def _come_to_a_decision(case: Case) -> NextStep:
    """By the mandates that are in force: it is clarified until it is ready, then a body has it."""
    if case.estimate is None:
        return NextStep(
            _("Tid, penge og belastning skønnes"),
            _("Sagen kvalificeres. Den kan få plads i planen, når den er skønnet."),
        )
    turn = turn_of(case.initiative, timezone.now())
    if turn.step is None:
        return NextStep(
            _("Det skal afklares, hvem der kan beslutte sagen"),
            _("Under Vejen til en beslutning står, hvad der mangler."),
        )
    body = {"body": turn.body_name}
    if not turn.is_ready:
        return NextStep(
            _("Sagen gøres klar til %(body)s") % body,
            _("Sagen kvalificeres. Den er skønnet og med i planens regnestykke."),
        )
    what = (
        _("%(body)s skal beslutte, om sagen går i gang") % body
        if turn.step.level is Level.DECIDE
        else _("%(body)s skal tage stilling til sagen") % body
    )
    if case.initiative.stage == Stage.RECOMMENDED:
        return NextStep(what, _("Sagen er anbefalet og kan sættes på dagsordenen."))
    return NextStep(what, _("Sagen er meldt klar og kan sættes på dagsordenen."))


def _carry_out(case: Case, stage: Stage, timing: Timing | None, language: wording.Language) -> NextStep:
    if stage == Stage.APPROVED and case.is_newer_than_plan:
        return NextStep(
            _("Sagen får svar om plads, når planen beregnes igen"),
            _("Den blev besluttet uden at være med i den nyeste plan. Den er med i den næste."),
        )
    if timing is None or not (case.is_placed or stage == Stage.REALISING):
        return NextStep(
            _("Sagen er besluttet, men har ingen plads i planen"),
            _(
                "Den får plads, når planen beregnes igen, eller når noget andet flyttes. Se under Plads i planen."
            ),
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
