from django.urls import path

from takt.governance.planning import pages

urlpatterns = [
    path("", pages.plan, name="plan"),
    path("beregning/", pages.progress, name="plan_progress"),
    path("beregning/ny/", pages.start, name="request_plan"),
    path("beregning/<int:pk>/stop/", pages.cancel, name="cancel_plan"),
    path("versioner/", pages.versions, name="plan_versions"),
    path("<int:pk>/", pages.older_plan, name="older_plan"),
    path("<int:pk>/<slug:what>.json", pages.kept_file, name="plan_file"),
]
