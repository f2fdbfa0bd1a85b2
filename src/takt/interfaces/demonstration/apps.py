from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "takt.interfaces.demonstration"
    label = "demonstration"
