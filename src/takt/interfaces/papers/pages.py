"""Papers to fetch: agenda and minutes of a meeting, and the presentation of a case."""

from collections.abc import Callable, Mapping
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.pages.asking import meeting_of, readable
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.planning.forecasting.pages.reckoning import recorded
from takt.interfaces.case_file.queries import case_of
from takt.interfaces.papers.case_words import case_presentation
from takt.interfaces.papers.council import council_page
from takt.interfaces.papers.council_picture import roadmap_picture
from takt.interfaces.papers.council_words import council_paper, hours_note, picture_in_words
from takt.interfaces.papers.from_meeting import meeting_paper
from takt.interfaces.papers.meeting_words import agenda, minutes
from takt.interfaces.papers.rendering import Document, docx_of, pdf_of

FONTS = Path(settings.NODE_MODULES) / "dkfds/dist/fonts/IBMPlexSans/complete/ttf"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS: Mapping[str, tuple[str, Callable[[Document], bytes]]] = {
    "pdf": ("application/pdf", lambda document: pdf_of(document, fonts=FONTS)),
    "docx": (_WORD, docx_of),
}


@require_GET
def case_paper(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """For everyone who may read the case."""
    case = case_of(number, reader=_reader(request))
    document = case_presentation(case, today=timezone.localdate(), at=timezone.now())
    return _file(document, kind, f"sagsfremstilling-{case.initiative.number}")


@require_GET
def agenda_paper(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """For the body, and for everyone once it has been sent; closed items only for those who may read them."""
    reader, now, meeting = _reader(request), timezone.now(), meeting_of(pk)
    standing = standing_at(meeting, reader, now)
    readable(meeting, standing)
    document = agenda(meeting_paper(meeting, reader, standing, at=now))
    return _file(document, kind, f"dagsorden-{meeting.body.key}-{timezone.localdate(meeting.starts_at)}")


@require_GET
def minutes_paper(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """For the body from when the meeting is opened, and for everyone once it is over."""
    reader, now, meeting = _reader(request), timezone.now(), meeting_of(pk)
    standing = standing_at(meeting, reader, now)
    readable(meeting, standing)
    if meeting.opened_at is None or not rules.may_read_minutes(meeting, standing):
        raise Http404
    document = minutes(meeting_paper(meeting, reader, standing, at=now))
    return _file(document, kind, f"referat-{meeting.body.key}-{timezone.localdate(meeting.starts_at)}")


@require_GET
def plan_on_a_page(request: HttpRequest, pk: int) -> HttpResponse:
    """For everyone who may read the plan; made to be printed."""
    page = council_page(recorded(pk))
    drawn = roadmap_picture(page.first, page.first_month, page.months)
    context = {"page": page, "picture": drawn, "in_words": picture_in_words(page), "note": hours_note()}
    return render(request, "papers/council.html", context)


@require_GET
def plan_on_a_page_pdf(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - the same for all who are signed in
    paper = council_paper(council_page(recorded(pk)), today=timezone.localdate())
    return _file(paper, "pdf", f"plan-{pk}-paa-en-side")


def _reader(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


def _file(document: Document, kind: str, name: str) -> HttpResponse:
    content_type, render = _KINDS[kind]
    return HttpResponse(
        render(document),
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{kind}"',
            "Cache-Control": "private, no-store",
        },
    )
