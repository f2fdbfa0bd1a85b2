"""From a meeting in the database to its paper, as one reader may see it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import day, language, person_or_forgotten
from takt.foundation.people.models import Person
from takt.governance.clarifying.models import Estimate
from takt.governance.deciding.case_path import decision_path
from takt.governance.deciding.hearing.queries import hearing_of
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.agenda_view import Shown, shown_items
from takt.governance.deciding.meetings.models import Addendum, Condition, Meeting, Outcome
from takt.governance.deciding.meetings.queries import attendance_of
from takt.governance.deciding.meetings.standing import Standing, seats_of
from takt.governance.deciding.models import SeatRole
from takt.governance.deciding.queries import in_force
from takt.governance.flow.models import Initiative
from takt.interfaces.meeting_room.yes import consequences_for
from takt.interfaces.papers.case_grounds import missing_assessments
from takt.interfaces.papers.consequences_words import consequences_paper
from takt.interfaces.papers.framing import newest_event
from takt.interfaces.papers.hearing_words import hearing_answers
from takt.interfaces.papers.meeting_paper import (
    ConditionPaper,
    ItemPaper,
    MeetingPaper,
    Member,
    OutcomePaper,
)


def meeting_paper(meeting: Meeting, reader: Person, standing: Standing, *, at: datetime) -> MeetingPaper:
    """In the language that is active. What the reader may not see is not even fetched into it."""
    kept = getattr(meeting, "minutes", None)
    reads_minutes = rules.may_read_minutes(meeting, standing)
    return MeetingPaper(
        municipality=settings.MUNICIPALITY,
        body=meeting.body.name,
        starts_at=localtime(meeting.starts_at),
        place=meeting.place,
        is_written=meeting.is_written,
        opened_at=localtime(meeting.opened_at) if meeting.opened_at and reads_minutes else None,
        closed_at=localtime(meeting.closed_at) if meeting.closed_at else None,
        approved_at=localtime(kept.approved_at) if kept else None,
        members=tuple(_members(meeting, reads_minutes=reads_minutes)),
        quorum=meeting.body.quorum,
        items=tuple(_item(one, meeting, at) for one in shown_items(meeting, reader, standing)),
        addenda=tuple(_added(one) for one in meeting.addenda.filter(item=None)) if reads_minutes else (),
        ledger=newest_event(),
        language=language(),
        minutes_hash=kept.hash if kept else "",
    )


def _members(meeting: Meeting, *, reads_minutes: bool) -> list[Member]:
    """Those who were called, or until there is a list of them those who sit in the body."""
    there = attendance_of(meeting)
    if there:
        shows_presence = reads_minutes and meeting.opened_at is not None
        return [
            Member(
                person_or_forgotten(one.person),
                one.get_role_display(),
                one.has_vote,
                one.is_present if shows_presence else None,
            )
            for one in there
        ]
    return [
        Member(person_or_forgotten(seat.person), seat.get_role_display(), seat.role != SeatRole.SECRETARY)
        for seat in seats_of(meeting.body, meeting.starts_at)
    ]


def _item(shown: Shown, meeting: Meeting, at: datetime) -> ItemPaper:
    item = shown.item
    if item is None:
        return ItemPaper(shown.number, is_hidden=True)
    case = item.initiative
    consequences = consequences_for(item, at) if not meeting.is_over else None
    reads_outcome = shown.outcome is not None or meeting.is_over
    return ItemPaper(
        number=shown.number,
        title=item.title,
        kind=item.get_kind_display(),
        minutes=item.minutes,
        is_closed=item.is_closed,
        case_number=case.number if case else "",
        presentation=item.presentation,
        path=_path(case, at) if case else "",
        estimates=tuple(estimates_in_words(case)) if case else (),
        consequences=consequences_paper(consequences) if consequences else None,
        **(_grounds(case, meeting, at) if case else {}),
        recused=tuple(person_or_forgotten(one.person) for one in shown.recusals),
        notes=item.notes if reads_outcome else "",
        outcome=_outcome(shown.outcome) if shown.outcome else None,
        addenda=tuple(_added(one) for one in item.addenda.all()) if reads_outcome else (),
    )


def _grounds(case: Initiative, meeting: Meeting, at: datetime) -> dict[str, Any]:
    """What the units said, and what law still wants. Minutes keep to what was on the table of the meeting."""
    over = (meeting.closed_at or at) if meeting.is_over else None
    heard = hearing_of(case, today=localdate(over or at), asked_before=over)
    answers = hearing_answers(heard, until=over) if heard else ()
    if over:
        return {"hearing": answers}
    return {
        "hearing": answers,
        "hearing_finding": heard.finding if heard else "",
        "lacking": missing_assessments(case),
    }


def _path(case: Initiative, at: datetime) -> str:
    estimate = Estimate.objects.filter(initiative=case).first()
    impacts = list(case.impacts.select_related("unit"))
    return decision_path(in_force(at), estimate, impacts, is_decided=False).text


def estimates_in_words(case: Initiative) -> list[tuple[str, str]]:
    """Likely amounts with their range; empty when nobody has estimated it."""
    estimate = Estimate.objects.filter(initiative=case).first()
    if estimate is None:
        return []
    names = {
        "investment": _("Anlæg"),
        "running": _("Drift om året"),
        "benefit": _("Gevinst om året"),
    }
    return [(name, _amount(estimate, what)) for what, name in names.items()]


def _amount(estimate: Estimate, what: str) -> str:
    low, likely, high = (getattr(estimate, f"{what}{which}_dkk") for which in ("_low", "", "_high"))
    said = wording.kroner(likely, language())
    if low == high:
        return said
    return f"{said} ({wording.number(low, 0, language())}–{wording.number(high, 0, language())})"


def _outcome(outcome: Outcome) -> OutcomePaper:
    override = getattr(outcome, "override", None)
    return OutcomePaper(
        word=outcome.get_kind_display(),
        reason=outcome.reason,
        until_date=outcome.until_date,
        questions=outcome.questions,
        conditions=tuple(_condition(one) for one in outcome.conditions.all()),
        exceeded=(*override.breaches, override.reason) if override else (),
    )


def _condition(one: Condition) -> ConditionPaper:
    return ConditionPaper(one.text, one.owner_name, one.due_date, one.proof_wanted)


def _added(one: Addendum) -> str:
    return f"{one.text} ({one.reason} {day(one.added_at)})"
