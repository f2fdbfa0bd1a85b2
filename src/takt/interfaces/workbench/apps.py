from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    name = "takt.interfaces.workbench"
    label = "workbench"
