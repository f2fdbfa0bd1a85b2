"""Wishes in from Excel: send the file, see what would happen, say yes. And the list out again."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking.rules import why_not_bring
from takt.interfaces.exchange import rules
from takt.interfaces.exchange.commands.discard_upload import discard_upload
from takt.interfaces.exchange.commands.keep_upload import keep_upload
from takt.interfaces.exchange.commands.take_in_wishes import take_in_wishes
from takt.interfaces.exchange.models import Upload
from takt.interfaces.exchange.template_out import our_template
from takt.interfaces.exchange.wishes_in import Intake, look_at
from takt.interfaces.exchange.workbook.hostile import MOST_BYTES
from takt.interfaces.exchange.workbook.reading import read_content
from takt.interfaces.exchange.workbook.refusals import Mistake, Mistakes, NotReadable

ROWS, MOST_MISTAKES = 50, 1_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@csrf_exempt  # so that nothing of the request is read before its size is known; the inner view is protected
@require_http_methods(["GET", "POST"])
def wishes_from_excel(request: HttpRequest) -> HttpResponse:
    refuse_if(why_not_bring(person(request)))
    refuse_if(rules.why_not_receive(int(request.META.get("CONTENT_LENGTH") or 0)))
    return receive(request) if request.method == "POST" else show(request)


@csrf_protect
def receive(request: HttpRequest) -> HttpResponse:
    """Read the file and keep it, if it could be taken in; say everything that is wrong with it if not."""
    sent = request.FILES.get("workbook")
    if sent is None:
        return show(request, is_missing=True)
    data, file_name, at = sent.read(), sent.name or "", timezone.now()
    try:
        look_at(read_content(data), today=timezone.localdate(at))
    except (NotReadable, Mistakes) as wrong:
        return say(request, wrong, file_name)
    upload = keep_upload(data, file_name=file_name, by=person(request), at=at)
    return redirect("intake_preview", upload.pk)


@require_GET
def intake_preview(request: HttpRequest, upload: UUID) -> HttpResponse:
    """What would happen to every row. Nothing has."""
    kept = own_upload(request, upload)
    try:
        intake = look_at(read_content(bytes(kept.data)), today=timezone.localdate())
    except (NotReadable, Mistakes) as wrong:  # a unit may have been renamed since
        return say(request, wrong, kept.file_name)
    page = Paginator(intake.arrivals, ROWS).get_page(request.GET.get("side"))
    return render(
        request,
        "exchange/preview.html",
        {"upload": kept, "intake": intake, "page": page, "headline": headline(intake)},
    )


@require_POST
def take_in(request: HttpRequest, upload: UUID) -> HttpResponse:
    kept = own_upload(request, upload)
    agreed = request.POST.get("agreed", "")
    try:
        initiatives = take_in_wishes(kept, agreed=agreed, by=person(request), at=timezone.now())
    except (NotReadable, Mistakes) as wrong:
        return say(request, wrong, kept.file_name)
    said = ngettext(
        "%(count)d ønske er læst ind som %(first)s.",
        "%(count)d ønsker er læst ind, fra %(first)s til %(last)s.",
        len(initiatives),
    )
    numbers = {"count": len(initiatives), "first": initiatives[0].number, "last": initiatives[-1].number}
    messages.success(request, said % numbers)
    return redirect("wishes")


@require_POST
def discard(request: HttpRequest, upload: UUID) -> HttpResponse:
    discard_upload(own_upload(request, upload), by=person(request), at=timezone.now())
    return redirect("wishes_from_excel")


@require_GET
def template_workbook(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The empty workbook with this municipality's units and roles; for anyone who collects wishes."""
    data = our_template(first_month=Month(timezone.localdate().year + 1, 1))
    return workbook(data, "oensker-skabelon.xlsx")


def workbook(data: bytes, file_name: str) -> HttpResponse:
    return HttpResponse(
        data, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{file_name}"'}
    )


def say(request: HttpRequest, wrong: NotReadable | Mistakes, file_name: str) -> HttpResponse:
    """What must be put right before this file can be taken in."""
    if isinstance(wrong, Mistakes):
        return show(request, mistakes=wrong.mistakes, file_name=file_name)
    return show(request, unreadable=str(wrong), file_name=file_name)


def show(
    request: HttpRequest,
    *,
    mistakes: tuple[Mistake, ...] = (),
    unreadable: str = "",
    is_missing: bool = False,
    file_name: str = "",
) -> HttpResponse:
    is_wrong = bool(mistakes or unreadable or is_missing)
    return render(
        request,
        "exchange/send.html",
        {
            "mistakes": mistakes[:MOST_MISTAKES],
            "count": len(mistakes),
            "more": max(0, len(mistakes) - MOST_MISTAKES),
            "unreadable": unreadable,
            "is_missing": is_missing,
            "file_name": file_name,
            "most_bytes": MOST_BYTES,
            "most_megabytes": MOST_BYTES // 1_000_000,
        },
        status=422 if is_wrong else 200,
    )


def headline(intake: Intake) -> str:
    """The finding: how many are new, and how many are there already."""
    new, old = len(intake.new), len(intake.arrivals) - len(intake.new)
    whole = ngettext("%(count)d nyt ønske", "%(count)d nye ønsker", new) % {"count": new}
    if not old:
        return whole
    there = ngettext("%(count)d findes i forvejen", "%(count)d findes i forvejen", old) % {"count": old}
    return f"{whole}, {there}"


def own_upload(request: HttpRequest, key: UUID) -> Upload:
    """Of this person; someone else's is answered as if it were not there."""
    kept = Upload.objects.filter(pk=key, sent_by=person(request)).first()
    refuse_if(rules.why_not_take_in(kept, person(request), timezone.now()))
    assert kept is not None  # noqa: S101 - the rule has said so
    return kept


def person(request: HttpRequest) -> Person:
    """Whoever is signed in; middleware lets nobody else come this far."""
    assert isinstance(request.user, Person)  # noqa: S101
    return request.user
