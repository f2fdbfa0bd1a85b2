from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "takt.governance.deciding.meetings"
    label = "meetings"
