from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "takt.registers.law"
    label = "law"
