from django.urls import path

from takt.interfaces.my_tasks import pages

urlpatterns = [
    path("opgaver/", pages.tasks, name="tasks"),
    path("opgaver/kalender/", pages.calendar_settings, name="keeping_up"),
    path("opgaver/kalender/lav/", pages.make, name="make_calendar"),
    path("opgaver/kalender/luk/", pages.close, name="close_calendar"),
    path("opgaver/daglig-mail/", pages.choose, name="choose_digest"),
    path("kalender/<str:key>.ics", pages.calendar_feed, name="calendar_feed"),
    path("kalender/<str:key>/enhed/<int:pk>.ics", pages.unit_calendar_feed, name="unit_calendar_feed"),
    path("plan/kalender.ics", pages.plan_calendar, name="plan_calendar"),
]
