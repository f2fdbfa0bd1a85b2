from django.apps import AppConfig


class ChecklistsConfig(AppConfig):
    name = "takt.governance.deciding.checklists"
    label = "checklists"
