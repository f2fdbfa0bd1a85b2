from django.apps import AppConfig


class HearingConfig(AppConfig):
    name = "takt.governance.deciding.hearing"
    label = "hearing"
