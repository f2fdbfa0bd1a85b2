from django.urls import path

from takt.interfaces.demonstration import pages

urlpatterns = [
    path("", pages.demonstration, name="demonstration"),
    path("post/", pages.demonstration_mail, name="demonstration_mail"),
    path("log-ind/", pages.demonstration_sign_in, name="demonstration_sign_in"),
]
