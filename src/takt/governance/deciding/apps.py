from importlib import import_module

from django.apps import AppConfig


class DecidingConfig(AppConfig):
    name = "takt.governance.deciding"
    label = "deciding"

    def ready(self) -> None:
        import_module("takt.governance.deciding.owners_of_criteria")  # it tells clarifying who the bodies are
