from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    name = "takt.governance.clarifying.screening"
    label = "screening"
