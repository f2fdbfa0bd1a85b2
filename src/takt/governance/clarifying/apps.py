from django.apps import AppConfig


class ClarifyingConfig(AppConfig):
    name = "takt.governance.clarifying"
    label = "clarifying"
