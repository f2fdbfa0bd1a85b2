from django.urls import path

from takt.governance.asking import pages

urlpatterns = [
    path("", pages.wishes, name="wishes"),
    path("nyt/", pages.new_wish, name="new_wish"),
]
