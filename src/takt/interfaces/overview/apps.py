from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "takt.interfaces.overview"
    label = "overview"
