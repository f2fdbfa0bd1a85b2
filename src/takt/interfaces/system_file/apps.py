from django.apps import AppConfig


class SystemFileConfig(AppConfig):
    name = "takt.interfaces.system_file"
    label = "system_file"
