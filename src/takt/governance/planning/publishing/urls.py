from django.urls import path

from takt.governance.planning.publishing import pages

urlpatterns = [
    path("i-kraft/", pages.publications_page, name="plan_publications"),
    path("<int:pk>/flytninger/", pages.moves, name="plan_moves"),
    path("<int:pk>/foreslaa/", pages.propose, name="propose_plan"),
    path("forslag/<int:pk>/", pages.proposal, name="plan_proposal"),
    path("forslag/<int:pk>/traek-tilbage/", pages.withdraw, name="withdraw_plan_proposal"),
    path("forslag/<int:pk>/offentliggoer/", pages.publish, name="publish_plan"),
    path("forslag/<int:pk>/afvis/", pages.decline, name="decline_plan"),
]
