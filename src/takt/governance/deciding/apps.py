from django.apps import AppConfig


class DecidingConfig(AppConfig):
    name = "takt.governance.deciding"
    label = "deciding"
