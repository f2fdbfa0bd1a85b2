from django.urls import path

from takt.governance.deciding import pages
from takt.governance.deciding.checklists.pages import body_checklist

urlpatterns = [
    path("", pages.governance, name="governance"),
    path("forum/<slug:key>/", pages.body_page, name="governance_body"),
    path("forum/<slug:key>/tjekliste/", body_checklist, name="body_checklist"),
    path("versioner/<int:number>/", pages.version_page, name="governance_version"),
    path("kladde/", pages.draft_page, name="governance_draft"),
    path("kladde/begynd/", pages.begin, name="begin_governance_draft"),
    path("kladde/kasser/", pages.discard, name="discard_governance_draft"),
    path("kladde/vedtag/", pages.adopt, name="adopt_governance"),
    path("kladde/nyt-forum/", pages.edit_body, name="new_governance_body"),
    path("kladde/forum/<slug:key>/", pages.edit_body, name="edit_governance_body"),
    path("kladde/forum/<slug:key>/nedlaeg/", pages.close, name="close_governance_body"),
]
