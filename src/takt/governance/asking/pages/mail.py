"""A wish of an e-mail: send the file in, see what it would become, say yes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.asking.behalf import behalf_of, circle_of
from takt.governance.asking.commands.discard_mail import discard_mail
from takt.governance.asking.commands.keep_mail import keep_mail
from takt.governance.asking.commands.take_in_mail import source_of, take_in_mail
from takt.governance.asking.forms import WishForm
from takt.governance.asking.mail_files import sorted_files
from takt.governance.asking.mail_reading import MOST_BYTES, Mail, read_mail
from takt.governance.asking.mail_rules import why_not_bring_mail, why_not_take_in
from takt.governance.asking.models import ReceivedMail
from takt.governance.asking.pages.reader import person
from takt.governance.asking.pages.receiving import takes_files


@takes_files
@require_http_methods(["GET", "POST"])
def wish_from_mail(request: HttpRequest) -> HttpResponse:
    refuse_if(why_not_bring_mail(person(request)))
    if request.method == "GET":
        return show_door(request)
    sent = request.FILES.get("mail")
    data = sent.read(MOST_BYTES + 1) if sent else b""
    try:
        kept = keep_mail(data, by=person(request), at=timezone.now())
    except Refused as refused:
        return show_door(request, refused.refusal)
    return redirect("mail_preview", kept.pk)


def show_door(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    return render(
        request,
        "asking/mail.html",
        {"refusal": refusal, "most": MOST_BYTES // 1_000_000},
        status=refusal.status if refusal else 200,
    )


@require_http_methods(["GET", "POST"])
def mail_preview(request: HttpRequest, key: UUID) -> HttpResponse:
    kept = own_mail(request, key)
    mail = read_mail(bytes(kept.data))
    if request.method == "GET":
        return show(request, kept, mail, WishForm(initial=as_answers(mail)))
    form = WishForm(request.POST)
    if not form.is_valid():
        return show(request, kept, mail, form)
    given, by = form.cleaned_data, person(request)
    try:
        behalf = behalf_of(given["wished_for"], given["unit"], by=by)
        wish = take_in_mail(kept, form.answers(), behalf=behalf, by=by, at=timezone.now())
    except Refused as refused:
        return show(request, kept, mail, form, refused.refusal)
    messages.success(
        request, _("E-mailen er blevet til ønske %(number)s.") % {"number": wish.initiative.number}
    )
    return redirect(wish.initiative)


@require_POST
def discard(request: HttpRequest, key: UUID) -> HttpResponse:
    discard_mail(own_mail(request, key), by=person(request), at=timezone.now())
    return redirect("wish_from_mail")


def as_answers(mail: Mail) -> dict[str, object]:
    """What the e-mail says, as the form's first values."""
    known = known_sender(mail)
    return {"trouble": mail.text, "title": mail.title, "wished_for": known.email if known else ""}


def known_sender(mail: Mail) -> Person | None:
    found = Person.objects.filter(email__iexact=mail.address, is_active=True)
    return found.exclude(unit=None).select_related("unit").first()


def show(
    request: HttpRequest, kept: ReceivedMail, mail: Mail, form: WishForm, refusal: Refusal | None = None
) -> HttpResponse:
    taken, left = sorted_files(mail)
    context = {
        "kept": kept,
        "mail": mail,
        "form": form,
        "refusal": refusal,
        "source": source_of(mail),
        "sender": known_sender(mail),
        "circle": circle_of(person(request)),
        "taken": [(name, len(data)) for name, data in taken],
        "left": left,
    }
    return render(request, "asking/mail_preview.html", context, status=refusal.status if refusal else 200)


def own_mail(request: HttpRequest, key: UUID) -> ReceivedMail:
    """Of this person; someone else's is answered as if it were not there."""
    kept = ReceivedMail.objects.filter(pk=key, kept_by=person(request)).first()
    refuse_if(why_not_take_in(kept, person(request), timezone.now()))
    assert kept is not None  # noqa: S101 - the rule has said so
    return kept
