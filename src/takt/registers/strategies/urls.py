from django.urls import path

from takt.registers.strategies.pages import strategies

urlpatterns = [path("", strategies, name="strategies")]
