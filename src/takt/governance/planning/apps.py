from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "takt.governance.planning"
    label = "planning"
