from django.apps import AppConfig


class ReadinessConfig(AppConfig):
    name = "takt.governance.clarifying.readiness"
    label = "readiness"
