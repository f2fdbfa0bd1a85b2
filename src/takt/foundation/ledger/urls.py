from django.urls import path

from takt.foundation.ledger import pages

urlpatterns = [
    path("", pages.reasons, name="reasons"),
    path("<int:number>/", pages.one_reason, name="reason"),
]
