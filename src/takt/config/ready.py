"""Is this host ready to serve? Asked every few seconds by a proxy that shares visitors between hosts."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the same for everyone
    """200 when the database answers and has what this edition of Takt needs, else 503 and why, in a line."""
    why_not = _why_not_ready()
    return HttpResponse(
        why_not or "klar\n",
        status=HTTPStatus.SERVICE_UNAVAILABLE if why_not else HTTPStatus.OK,
        content_type="text/plain; charset=utf-8",
    )


def _why_not_ready() -> str:
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return "Databasen svarer ikke.\n"
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "Databasen mangler ændringer til denne udgave: kør takt prepare.\n"
    return ""
