from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "takt.foundation.people"
    label = "people"
