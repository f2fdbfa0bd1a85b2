"""Yes or no to the daily e-mail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.interfaces.my_tasks.commands.choose_digest import choose_digest
from takt.interfaces.my_tasks.pages.calendar import person


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("wanted") == "1"
    choose_digest(wanted=wanted, by=person(request), at=timezone.now())
    messages.success(
        request,
        _("Du får en e-mail på hverdage, når noget venter på dig.")
        if wanted
        else _("Du får ikke længere den daglige e-mail. Beskeder om dine egne sager får du stadig."),
    )
    return redirect("keeping_up")
