from django.urls import path

from takt.interfaces.meeting_room import pages

urlpatterns = [
    path("<int:pk>/lokale/", pages.room, name="meeting_room"),
    path("<int:pk>/lokale/fremmoede/", pages.attendance, name="record_attendance"),
    path("<int:pk>/lokale/<int:item>/", pages.room, name="meeting_room_item"),
    path("<int:pk>/lokale/<int:item>/udfald/", pages.outcome, name="record_outcome"),
    path("<int:pk>/lokale/<int:item>/noter/", pages.notes, name="note_minutes"),
    path("<int:pk>/lokale/<int:item>/inhabil/", pages.recuse, name="declare_recusal"),
    path("<int:pk>/lokale/<int:item>/inhabil/<int:recusal>/fjern/", pages.lift, name="lift_recusal"),
    path("<int:pk>/lokale/<int:item>/stem/", pages.vote, name="vote_in_writing"),
]
