from django.urls import path

from takt.interfaces.exchange.plan_out import pages

urlpatterns = [
    path("<int:pk>/hent/excel/", pages.plan_to_excel, name="plan_to_excel"),
    path("<int:pk>/hent/svg/", pages.plan_to_svg, name="plan_to_svg"),
    path("<int:pk>/hent/png/", pages.plan_to_png, name="plan_to_png"),
    path("<int:pk>/hent/csv/", pages.plan_to_csv, name="plan_to_csv"),
    path("<int:pk>/hent/json/", pages.plan_to_json, name="plan_to_json"),
    path("<int:pk>/hent/project/", pages.plan_to_project, name="plan_to_project"),
]
