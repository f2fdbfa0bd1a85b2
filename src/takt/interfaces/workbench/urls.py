from django.urls import path

from takt.interfaces.workbench import pages

urlpatterns = [
    path("<slug:number>/kvalificering/", pages.workbench, name="workbench"),
    path("<slug:number>/kvalificering/skoen/", pages.save_guess, name="save_guess"),
    path("<slug:number>/kvalificering/indsats/", pages.save_effort, name="save_effort"),
    path("<slug:number>/kvalificering/enheder/", pages.save_impact, name="save_impact"),
    path("<slug:number>/kvalificering/meld-klar/", pages.ready, name="mark_ready"),
    path("<slug:number>/kvalificering/spredning/<slug:what>/", pages.spread, name="workbench_spread"),
    path("<slug:number>/kvalificering/belastning/", pages.load, name="workbench_load"),
]
