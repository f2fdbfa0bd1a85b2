from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "takt.foundation.search"
    label = "search"
