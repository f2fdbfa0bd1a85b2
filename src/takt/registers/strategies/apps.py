from django.apps import AppConfig


class StrategiesConfig(AppConfig):
    name = "takt.registers.strategies"
    label = "strategies"
