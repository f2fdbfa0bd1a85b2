from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "takt.foundation.design"
    label = "design"
