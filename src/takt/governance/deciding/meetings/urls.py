from django.urls import path

from takt.governance.deciding.meetings import pages

urlpatterns = [
    path("", pages.meetings, name="meetings"),
    path("opfoelgning/", pages.follow_up_page, name="follow_up"),
    path("betingelse/<int:pk>/", pages.condition_page, name="condition"),
    path("betingelse/<int:pk>/opfyldt/", pages.fulfil, name="fulfil_condition"),
    path("betingelse/<int:pk>/frafald/", pages.waive, name="waive_condition"),
    path("sag/<slug:number>/genoptag/", pages.reconsider_case, name="reconsider"),
    path("forum/<slug:key>/indkald/", pages.call, name="call_meetings"),
    path("forum/<slug:key>/skriftlig/", pages.call_written, name="call_written"),
    path("<int:pk>/", pages.meeting_page, name="meeting"),
    path("<int:pk>/udkast/", pages.draft, name="draft_agenda"),
    path("<int:pk>/saet-paa/", pages.put_on, name="put_on_agenda"),
    path("<int:pk>/raekkefoelge/", pages.reorder, name="reorder_agenda"),
    path("<int:pk>/punkt/<int:item>/", pages.item_page, name="agenda_item"),
    path("<int:pk>/punkt/<int:item>/tag-af/", pages.take_off, name="take_off_agenda"),
    path("<int:pk>/send/", pages.send, name="send_agenda"),
    path("<int:pk>/flyt/", pages.reschedule, name="reschedule_meeting"),
    path("<int:pk>/aabn/", pages.open_it, name="open_meeting"),
    path("<int:pk>/aflys/", pages.cancel, name="cancel_meeting"),
    path("<int:pk>/luk/", pages.close, name="close_meeting"),
    path("<int:pk>/godkend/", pages.approve, name="approve_minutes"),
    path("<int:pk>/tilfoej/", pages.add, name="add_to_minutes"),
]
