from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "takt.interfaces.exchange"
    label = "exchange"
