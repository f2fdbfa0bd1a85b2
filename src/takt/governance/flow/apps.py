from django.apps import AppConfig


class FlowConfig(AppConfig):
    name = "takt.governance.flow"
    label = "flow"
