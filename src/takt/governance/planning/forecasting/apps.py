from django.apps import AppConfig


class ForecastingConfig(AppConfig):
    name = "takt.governance.planning.forecasting"
    label = "forecasting"
