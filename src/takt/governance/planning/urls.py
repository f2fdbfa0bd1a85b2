from django.urls import path

from takt.governance.planning import pages
from takt.governance.planning.limits import pages as limits
from takt.governance.planning.windows.page import windows

urlpatterns = [
    path("", pages.plan, name="plan"),
    path("beregning/", pages.progress, name="plan_progress"),
    path("beregning/ny/", pages.start, name="request_plan"),
    path("beregning/<int:pk>/stop/", pages.cancel, name="cancel_plan"),
    path("versioner/", pages.versions, name="plan_versions"),
    path("vinduer/", windows, name="rollout_windows"),
    path("graenser/", limits.limits, name="limits"),
    path("graenser/frysperioder/kalender/", limits.freezes_from_calendar, name="freezes_from_calendar"),
    path("graenser/<slug:slug>/", limits.limit, name="limit"),
    path("graenser/<slug:slug>/ret/", limits.change_limit, name="change_limit"),
    path("graenser/<slug:slug>/version/<int:number>/", limits.limit_version, name="limit_version"),
    path("<int:pk>/", pages.older_plan, name="older_plan"),
    path("<int:pk>/<slug:what>.json", pages.kept_file, name="plan_file"),
]
