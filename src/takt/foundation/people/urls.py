"""Signing in and out with a local account. Nothing else of allauth is reachable: people do not sign up,
change address or get passwords by mail here; the municipality's administrator does that for them.
"""

from allauth.account import views
from django.urls import path

from takt.foundation.people.pages.account import change_password, my_data
from takt.foundation.people.pages.invitation import ChoosePassword

urlpatterns = [
    path("log-ind/", views.login, name="account_login"),
    path("log-ud/", views.logout, name="account_logout"),
    path("lukket/", views.account_inactive, name="account_inactive"),
    path("adgangskode/", change_password, name="account_change_password"),
    path("adgangskode/<uidb64>/<token>/", ChoosePassword.as_view(), name="choose_password"),
    path("mine-data/", my_data, name="my_data"),
]
