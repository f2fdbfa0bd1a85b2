"""One meeting: its agenda to prepare, to read and to run, and afterwards its minutes."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.foundation.refusals import Refusal
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.agenda_view import Shown, shown_items
from takt.governance.deciding.meetings.commands.draft_agenda import ready_by_deadline
from takt.governance.deciding.meetings.forms import ItemForm, TimeForm
from takt.governance.deciding.meetings.minutes import content_of, hash_of
from takt.governance.deciding.meetings.models import ItemKind, Meeting, MeetingState
from takt.governance.deciding.meetings.pages.asking import meeting_of, person, readable
from takt.governance.deciding.meetings.queries import attendance_of, on_other_agendas, votes_waiting
from takt.governance.deciding.meetings.standing import Standing, standing_at
from takt.governance.deciding.meetings.turn import waiting_for


@require_GET
def meeting_page(request: HttpRequest, pk: int) -> HttpResponse:
    return show_meeting(request, meeting_of(pk))


def show_meeting(request: HttpRequest, meeting: Meeting, **more: Any) -> HttpResponse:
    """``more``: what a refused deed adds, such as the refusal and what was written."""
    reader, now = person(request), timezone.now()
    standing = standing_at(meeting, reader, now)
    readable(meeting, standing)
    shown = shown_items(meeting, reader, standing)
    refusal: Refusal | None = more.get("refusal")
    context = {
        "meeting": meeting,
        "standing": standing,
        "reader": reader,
        "shown": shown,
        "headline": headline(meeting, shown),
        "minutes_in_all": sum(one.item.minutes for one in shown if one.item),
        "reads_minutes": rules.may_read_minutes(meeting, standing),
        "attendance": attendance_of(meeting) if rules.may_read_minutes(meeting, standing) else [],
        "minutes": getattr(meeting, "minutes", None),
        "addenda": [one for one in meeting.addenda.select_related("added_by") if one.item_id is None],
        "now": now,
        **(_to_run(meeting, standing, len(shown), now) if standing.runs else {}),
        **more,
    }
    return render(request, "meetings/meeting.html", context, status=refusal.status if refusal else 200)


def _to_run(meeting: Meeting, standing: Standing, items: int, now: datetime) -> dict[str, Any]:
    """What secretary and chair may do, and why not."""
    is_open = meeting.state in rules.NOT_BEGUN
    deeds: dict[str, Refusal | None] = {
        "send": rules.why_not_send(meeting, standing, items=items),
        "open": rules.why_not_open_in_writing(meeting, standing, items=items, at=now)
        if meeting.is_written
        else rules.why_not_open(meeting, standing, items=items),
        "close": rules.why_not_close(
            meeting, standing, waiting=votes_waiting(meeting, now) if meeting.is_written else 0, at=now
        ),
        "approve": rules.why_not_approve(meeting, standing),
    }
    waiting = waiting_for(meeting.body.key, now) if is_open else []
    on_it = set(meeting.items.values_list("initiative", flat=True))
    elsewhere = on_other_agendas(meeting) if waiting else {}
    here = timezone.localtime(meeting.starts_at)
    return {
        "why_not": deeds,
        "minutes_hash": "" if deeds["approve"] else hash_of(content_of(meeting)),
        "is_open": is_open,
        "waiting": [(case, elsewhere.get(case.pk)) for case in waiting if case.pk not in on_it],
        "ready_count": len(ready_by_deadline(meeting, now)) if is_open else 0,
        "item_form": ItemForm(initial={"kind": ItemKind.DISCUSSION}, auto_id="nyt-%s"),
        "time_form": TimeForm(
            initial={
                "day": here.date(),
                "clock": here.time(),
                "place": meeting.place,
                "edition": meeting.edition,
            },
            auto_id="tid-%s",
        ),
    }


def headline(meeting: Meeting, shown: list[Shown]) -> str:
    """The finding: what is to be decided, or what was."""
    spoken = language()
    if meeting.state == MeetingState.CANCELLED:
        return _("Mødet er aflyst")
    if meeting.is_over:
        treated = sum(one.outcome is not None and bool(one.item and one.item.initiative) for one in shown)
        if not treated:
            return _("%(body)s traf ingen afgørelser i sager") % {"body": meeting.body.name}
        return ngettext("%(body)s behandlede én sag", "%(body)s behandlede %(cases)s sager", treated) % {
            "body": meeting.body.name,
            "cases": wording.count(treated, spoken),
        }
    decisions = sum(
        bool(one.item and one.item.initiative and one.item.kind == ItemKind.DECISION) for one in shown
    )
    if not shown:
        return _("Dagsordenen er tom endnu")
    if not decisions:
        return _("Ingen sager er til beslutning")
    said = ngettext("Én sag er til beslutning", "%(cases)s sager er til beslutning", decisions) % {
        "cases": wording.count(decisions, spoken)
    }
    return said[:1].upper() + said[1:]
