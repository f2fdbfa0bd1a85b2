"""The people of the municipality: read by everyone who is signed in, changed by the administrator."""

from django.urls import path

from takt.foundation.people.pages import invitation, people, units

urlpatterns = [
    path("", people.everyone, name="people"),
    path("ny/", people.add, name="add_person"),
    path("enheder/", units.units, name="units"),
    path("enheder/tilfoej/", units.add, name="add_units"),
    path("enheder/<int:pk>/", units.edit, name="edit_unit"),
    path("<int:pk>/", people.one, name="person"),
    path("<int:pk>/rolle/", people.grant, name="grant_role"),
    path("<int:pk>/rolle/<int:holding>/fjern/", people.withdraw, name="withdraw_role"),
    path("<int:pk>/adgang/", people.access, name="set_access"),
    path("<int:pk>/inviter/", invitation.invite, name="invite_person"),
    path("<int:pk>/glem/", people.forget, name="forget_person"),
]
