from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "takt.interfaces.papers"
    label = "papers"
