from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "takt.foundation.jobs"
    label = "jobs"
