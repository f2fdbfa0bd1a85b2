"""Fetch a plan as a file. For everyone who may read the Plan page, and with what stands on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.view import View
from takt.interfaces.exchange.pages import XLSX
from takt.interfaces.exchange.plan_out.everything import json_of
from takt.interfaces.exchange.plan_out.export import Export, export_of
from takt.interfaces.exchange.plan_out.picture import svg_of
from takt.interfaces.exchange.plan_out.png import png_of
from takt.interfaces.exchange.plan_out.project_xml import project_xml_of
from takt.interfaces.exchange.plan_out.rows import csv_of
from takt.interfaces.exchange.workbook.reasons import reasons_not_chosen
from takt.interfaces.exchange.workbook.writing import plan_workbook_bytes
from takt.interfaces.papers.pages import FONTS


@require_safe
def plan_to_excel(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The workbook that ``takt plan`` writes; in Danish, as its templates are."""
    export = _recorded(pk)
    reasons = reasons_not_chosen(export.problem, export.plan)
    return _file(plan_workbook_bytes(export.problem, export.plan, reasons=reasons), pk, "xlsx", XLSX)


@require_safe
def plan_to_svg(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(_drawing(request, pk), pk, "svg", "image/svg+xml")


@require_safe
def plan_to_png(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(png_of(_drawing(request, pk), fonts=FONTS), pk, "png", "image/png")


@require_safe
def plan_to_csv(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return _file(csv_of(_recorded(pk)), pk, "csv", "text/csv; charset=utf-8")


@require_safe
def plan_to_json(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return _file(json_of(_recorded(pk)), pk, "json", "application/json")


@require_safe
def plan_to_project(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return _file(project_xml_of(_recorded(pk)), pk, "xml", "application/xml")


def _recorded(pk: int) -> Export:
    run = get_object_or_404(PlanRun.objects.filter(recorded_at__isnull=False), pk=pk)
    return export_of(run, language())


def _drawing(request: HttpRequest, pk: int) -> str:
    """The months and areas that the page shows at the same address."""
    export = _recorded(pk)
    return svg_of(export, View.of(request.GET, first=export.first, months=export.run.months))


def _file(data: bytes | str, pk: int, ending: str, content_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="takt-plan-{pk}.{ending}"'}
    return HttpResponse(data, content_type=content_type, headers=headers)
