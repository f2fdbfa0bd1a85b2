from django.apps import AppConfig


class MeetingRoomConfig(AppConfig):
    name = "takt.interfaces.meeting_room"
    label = "meeting_room"
