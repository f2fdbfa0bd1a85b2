from django.apps import AppConfig


class PinningConfig(AppConfig):
    name = "takt.governance.planning.pinning"
    label = "pinning"
