from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "takt.governance.clarifying.network"
    label = "network"
