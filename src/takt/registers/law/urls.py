from django.urls import path

from takt.registers.law.pages import laws

urlpatterns = [path("", laws, name="laws")]
