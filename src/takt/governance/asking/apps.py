from django.apps import AppConfig


class AskingConfig(AppConfig):
    name = "takt.governance.asking"
    label = "asking"
