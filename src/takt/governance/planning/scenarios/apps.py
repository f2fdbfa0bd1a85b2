from django.apps import AppConfig


class ScenariosConfig(AppConfig):
    name = "takt.governance.planning.scenarios"
    label = "scenarios"
