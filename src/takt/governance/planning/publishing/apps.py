from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "takt.governance.planning.publishing"
    label = "publishing"
