from django.urls import path

from takt.governance.planning.pinning import pages

urlpatterns = [
    path("", pages.try_page, name="try_start"),
    path("<slug:number>/fasthold/", pages.keep, name="pin_start"),
    path("<int:pk>/traek-tilbage/", pages.let_go, name="withdraw_pin"),
]
