from django.urls import path

from takt.interfaces.papers import pages

urlpatterns = [
    path(address.format(kind=kind), view, {"kind": kind}, name=f"{name}_{kind}")
    for address, view, name in (
        ("sag/<slug:number>/sagsfremstilling.{kind}", pages.case_paper, "case_paper"),
        ("moeder/<int:pk>/dagsorden.{kind}", pages.agenda_paper, "agenda_paper"),
        ("moeder/<int:pk>/referat.{kind}", pages.minutes_paper, "minutes_paper"),
    )
    for kind in ("pdf", "docx")
] + [
    path("plan/<int:pk>/byraad/", pages.plan_on_a_page, name="plan_on_a_page"),
    path("plan/<int:pk>/byraad.pdf", pages.plan_on_a_page_pdf, name="plan_on_a_page_pdf"),
]
