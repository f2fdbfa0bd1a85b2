from django.urls import path

from takt.registers.systems import pages

urlpatterns = [
    path("", pages.systems, name="systems"),
    path("hent/", pages.systems_as_csv, name="systems_as_csv"),
    path("nyt/", pages.new_system, name="new_system"),
    path("<int:pk>/ret/", pages.edit_system, name="edit_system"),
]
