from django.urls import path

from takt.interfaces.workbench import pages

urlpatterns = [
    path("<slug:number>/kvalificering/", pages.workbench, name="workbench"),
    path("<slug:number>/kvalificering/skoen/", pages.save_guess, name="save_guess"),
    path("<slug:number>/kvalificering/indsats/", pages.save_effort, name="save_effort"),
    path("<slug:number>/kvalificering/enheder/", pages.save_impact, name="save_impact"),
    path("<slug:number>/kvalificering/muligheder/", pages.save_options, name="save_options"),
    path("<slug:number>/kvalificering/systemer/", pages.save_systems, name="save_systems"),
    path("<slug:number>/kvalificering/risici/", pages.save_risks, name="save_risks"),
    path("<slug:number>/kvalificering/gevinstejer/", pages.name_owner, name="name_benefit_owner"),
    path("<slug:number>/kvalificering/lov/", pages.save_answers, name="save_answers"),
    path("<slug:number>/kvalificering/borgere/", pages.save_inclusion, name="save_inclusion"),
    path("<slug:number>/kvalificering/strategi/", pages.save_goals, name="save_goals"),
    path("<slug:number>/kvalificering/meld-klar/", pages.ready, name="send_on"),
    path("<slug:number>/kvalificering/spredning/<slug:what>/", pages.spread, name="workbench_spread"),
    path("<slug:number>/kvalificering/belastning/", pages.load, name="workbench_load"),
]
