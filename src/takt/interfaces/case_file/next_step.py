"""What happens next with the case, when, and who must do it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.governance_path import Level
from takt.governance.clarifying.models import OwnerAnswer
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.flow.stages import Stage
from takt.interfaces.case_file.ahead import Ahead
from takt.interfaces.case_file.known import Known


@dataclass(frozen=True, slots=True)
class NextStep:
    what: str
    who: str
    """Who has it now, and what it takes."""
    is_late: bool = False
    meeting: Meeting | None = None
    """Where it happens."""


def next_step(known: Known) -> NextStep:
    told = {
        Stage.DRAFT: _draft,
        Stage.SUBMITTED: _answer,
        Stage.CLARIFYING: _clarify,
        Stage.RECOMMENDED: _treat,
        Stage.APPROVED: _carry_out,
        Stage.REALISING: _carry_out,
        Stage.IN_USE: _reap,
        Stage.POSTPONED: _take_up_again,
    }.get(Stage(known.case.initiative.stage), _ended)
    return told(known)


def _draft(_known: Known) -> NextStep:
    return NextStep(
        _("Send ønsket, når det er klart"), _("Kun du kan se kladden. Den har ikke noget nummer endnu.")
    )


def _answer(known: Known) -> NextStep:
    due = known.case.wish.answer_due_date if known.case.wish else None
    who = _("Ønsket venter på at blive taget op. Svaret har altid en begrundelse.")
    if due is None:
        return NextStep(_("Ønsket får et svar"), who)
    day = {"day": known.day(due)}
    if due < known.today:
        return NextStep(_("Svaret skulle have været givet %(day)s") % day, who, is_late=True)
    return NextStep(_("Ønsket får svar senest %(day)s") % day, who)


def _clarify(known: Known) -> NextStep:
    if known.ahead and known.ahead.is_ready:
        return _treat(known)
    holder = known.holder
    if known.case.estimate is None:
        what = _("Tid, penge og belastning skønnes")
        return NextStep(
            what, _("%(holder)s Den kan få plads i planen, når den er skønnet.") % {"holder": holder}
        )
    if known.ahead is None:
        return _nobody_decides()
    what = _("Sagen gøres klar til %(body)s") % {"body": known.ahead.body}
    meeting = known.ahead.meeting
    if meeting is None:
        return NextStep(what, holder)
    dates = {"due": known.day(meeting.items_due_date), "when": known.meets(meeting)}
    when = _("Den skal være klar senest %(due)s for at komme på mødet %(when)s.") % dates
    return NextStep(what, f"{holder} {when}", meeting=meeting)


def _nobody_decides() -> NextStep:
    return NextStep(
        _("Det skal afklares, hvem der kan beslutte sagen"),
        _("Under Vejen til en beslutning står, hvad der mangler."),
    )


def _treat(known: Known) -> NextStep:
    """A body is to recommend or decide."""
    ahead = known.ahead
    if ahead is None:
        return _nobody_decides()
    words = {"body": ahead.body}
    decides = ahead.level is Level.DECIDE
    if ahead.item:
        words |= {"when": known.meets(ahead.item.meeting), "number": str(ahead.item.position)}
        what = _("%(body)s beslutter sagen %(when)s") if decides else _("%(body)s behandler sagen %(when)s")
        who = _("Punkt %(number)s på dagsordenen.") % words
        return NextStep(what % words, f"{who} {_earlier(known)}".strip(), meeting=ahead.item.meeting)
    what = (
        _("%(body)s skal beslutte, om sagen går i gang")
        if decides
        else _("%(body)s skal tage stilling til sagen")
    )
    return NextStep(
        what % words, f"{_to_agenda(ahead, known)} {_earlier(known)}".strip(), meeting=ahead.meeting
    )


def _to_agenda(ahead: Ahead, known: Known) -> str:
    who = str(ahead.preparer or ahead.body)
    if ahead.meeting is None:
        return _("%(who)s skal indkalde et møde; der er ikke planlagt noget.") % {"who": who}
    return _("%(who)s sætter den på dagsordenen. Næste møde er %(when)s.") % {
        "who": who,
        "when": known.meets(ahead.meeting),
    }


def _earlier(known: Known) -> str:
    """What the last body that treated the case said, and when."""
    if not known.bodies.treated:
        return ""
    outcome = known.bodies.treated[0].outcome
    return _("%(body)s %(when)s: %(outcome)s.") % {
        "body": outcome.item.meeting.body.name,
        "when": known.meets(outcome.item.meeting),
        "outcome": outcome.get_kind_display().lower(),
    }


def _carry_out(known: Known) -> NextStep:
    timing, stage = known.timing, known.case.initiative.stage
    if stage == Stage.APPROVED and known.case.is_newer_than_plan:
        return NextStep(
            _("Sagen får svar om plads, når planen beregnes igen"),
            _("Den blev besluttet uden at være med i planen. Den er med i den næste."),
        )
    if timing is None or not (known.case.is_placed or stage == Stage.REALISING):
        who = _(
            "Den får plads, når planen beregnes igen, eller når noget andet flyttes. Se under Plads i planen."
        )
        return NextStep(
            _("Sagen er besluttet, men har ingen plads i planen"), f"{who} {_earlier(known)}".strip()
        )
    if stage == Stage.APPROVED:
        who = _("En projektleder skal være udpeget inden da.")
        return NextStep(
            _("Arbejdet starter i %(month)s") % {"month": wording.month_name(timing.start, known.language)},
            f"{who} {_earlier(known)}".strip(),
        )
    return NextStep(
        _("Løsningen skal i drift i %(month)s")
        % {"month": wording.month_name(timing.go_live, known.language)},
        _("Projektlederen har sagen nu."),
    )


def _reap(known: Known) -> NextStep:
    owner = getattr(known.case.initiative, "benefit_owner", None)
    who = _("Løsningen er i drift. Enheden har sagen nu.")
    if owner and owner.person and owner.answer == OwnerAnswer.ACCEPTED:
        who = _("Løsningen er i drift. %(owner)s står for gevinsten.") % {"owner": owner.person}
    return NextStep(_("Gevinsten skal følges, til den er hentet"), who)


def _take_up_again(known: Known) -> NextStep:
    again = known.reply.reopen_date if known.reply else None
    what = _("Ønsket tages op igen %(day)s") % {"day": known.day(again)} if again else _("Ønsket er udskudt")
    return NextStep(what, known.latest_reason)


def _ended(known: Known) -> NextStep:
    what = {
        Stage.CLOSED: _("Sagen er afsluttet"),
        Stage.DECLINED: _("Ønsket er ikke valgt"),
        Stage.MERGED: _("Ønsket lever videre i en anden sag"),
        Stage.WITHDRAWN: _("Ønsket er trukket tilbage"),
    }[Stage(known.case.initiative.stage)]
    return NextStep(what, known.latest_reason)
