from django.urls import path

from takt.governance.clarifying.scoring import pages

urlpatterns = [
    path("", pages.criteria_overview, name="criteria"),
    path("<slug:key>/", pages.criteria_of_body, name="body_criteria"),
    path("<slug:key>/begynd/", pages.begin, name="begin_criteria"),
    path("<slug:key>/kladde/", pages.edit, name="edit_criteria"),
    path("<slug:key>/kasser/", pages.discard, name="discard_criteria"),
    path("<slug:key>/vedtag/", pages.adopt, name="adopt_criteria"),
]
