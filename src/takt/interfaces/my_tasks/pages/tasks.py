"""Mine opgaver: everything that waits for the one who reads, and by when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.foundation.people.models import Person
from takt.governance.clarifying.queue import queue_for
from takt.interfaces.my_tasks.gathering import grouped, headline, tasks_of


@require_GET
def tasks(request: HttpRequest) -> HttpResponse:
    reader, today = request.user, timezone.localdate()
    assert isinstance(reader, Person)  # noqa: S101 - every view here is behind the door
    mine = tasks_of(reader, today=today)
    queue = queue_for(reader, page=request.GET.get("side"), today=today)
    context = {
        "today": today,
        "groups": grouped(mine, today=today),
        "queue": queue,
        "headline": headline(len(mine), queue.waiting if queue else 0),
    }
    return render(request, "my_tasks/tasks.html", context)
