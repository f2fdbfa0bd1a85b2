"""Every address of Takt, in Danish, in the order of the process."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import TemplateView

from takt.config.ready import ready
from takt.foundation.people.language import choose_language


def page(template: str):  # type: ignore[no-untyped-def]
    """A page of words only, open to everyone."""
    return login_not_required(TemplateView.as_view(template_name=template))


urlpatterns = [
    path("", include("takt.interfaces.overview.urls")),
    path("oensker/excel/", include("takt.interfaces.exchange.urls")),
    path("oensker/", include("takt.governance.asking.urls")),
    path("", include("takt.interfaces.my_tasks.urls")),
    path("opgaver/", include("takt.governance.clarifying.urls")),
    path("netvaerk/", include("takt.governance.clarifying.network.urls")),
    path("sag/", include("takt.governance.clarifying.screening.urls")),
    path("sag/<slug:number>/bedoemmelse/", include("takt.governance.clarifying.scoring.urls")),
    path("", include("takt.interfaces.papers.urls")),
    path("sag/", include("takt.interfaces.workbench.urls")),
    path("sag/", include("takt.interfaces.case_file.urls")),
    path("moeder/", include("takt.interfaces.meeting_room.urls")),
    path("moeder/", include("takt.governance.deciding.meetings.urls")),
    path("", include("takt.governance.deciding.hearing.urls")),
    path("styring/bedoemmelse/", include("takt.governance.clarifying.scoring.criteria_urls")),
    path("parathed/", include("takt.governance.clarifying.readiness.urls")),
    path("styring/", include("takt.governance.deciding.urls")),
    path("strategi-og-lov/", include("takt.registers.strategies.urls")),
    path("strategi-og-lov/lov/", include("takt.registers.law.urls")),
    path("systemer/", include("takt.registers.systems.urls")),
    path("systemer/", include("takt.interfaces.system_file.urls")),
    path("plan/flyt/", include("takt.governance.planning.pinning.urls")),
    path("plan/scenarier/", include("takt.governance.planning.scenarios.urls")),
    path("plan/", include("takt.governance.planning.publishing.urls")),
    path("plan/<int:pk>/", include("takt.governance.planning.forecasting.urls")),
    path("plan/graenser/excel/", include("takt.interfaces.exchange.limit_urls")),
    path("plan/", include("takt.interfaces.exchange.plan_out.urls")),
    path("plan/", include("takt.governance.planning.urls")),
    path("personer/", include("takt.foundation.people.people_urls")),
    path("protokol/", include("takt.foundation.ledger.urls")),
    path("konto/", include("takt.foundation.people.urls")),
    path("demonstration/", include("takt.interfaces.demonstration.urls")),
    path("klar/", ready, name="ready"),
    path("sprog/", choose_language, name="choose_language"),
    path("saadan-regner-vi/", page("design/how_we_calculate.html"), name="how_we_calculate"),
    path("tilgaengelighed/", page("design/accessibility.html"), name="accessibility"),
]
