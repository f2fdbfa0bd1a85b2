from django.urls import path

from takt.governance.planning.scenarios import pages

urlpatterns = [
    path("", pages.scenarios, name="scenarios"),
    path("nyt/", pages.new, name="new_scenario"),
    path("<int:pk>/", pages.scenario, name="scenario"),
    path("<int:pk>/navn/", pages.describe, name="describe_scenario"),
    path("<int:pk>/aendring/", pages.add, name="add_scenario_change"),
    path("<int:pk>/aendring/fjern/", pages.remove, name="remove_scenario_change"),
    path("<int:pk>/laeg-vaek/", pages.discard, name="discard_scenario"),
    path("<int:pk>/beregn/", pages.compute, name="compute_scenario"),
    path("<int:pk>/stop/", pages.cancel, name="cancel_scenario"),
    path("<int:pk>/beregning/", pages.progress, name="scenario_progress"),
    path("<int:pk>/<slug:what>.json", pages.kept_file, name="scenario_file"),
]
