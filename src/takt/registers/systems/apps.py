from django.apps import AppConfig


class SystemsConfig(AppConfig):
    name = "takt.registers.systems"
    label = "systems"
