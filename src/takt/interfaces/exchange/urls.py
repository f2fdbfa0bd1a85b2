from django.urls import path

from takt.interfaces.exchange import pages, pages_out

urlpatterns = [
    path("", pages.wishes_from_excel, name="wishes_from_excel"),
    path("hent/", pages_out.wishes_to_excel, name="wishes_to_excel"),
    path("skabelon/", pages.template_workbook, name="template_workbook"),
    path("<uuid:upload>/", pages.intake_preview, name="intake_preview"),
    path("<uuid:upload>/laes-ind/", pages.take_in, name="take_in_wishes"),
    path("<uuid:upload>/fortryd/", pages.discard, name="discard_upload"),
]
