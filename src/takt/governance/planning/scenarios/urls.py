from django.urls import path

from takt.governance.planning.scenarios import pages

urlpatterns = [
    path("", pages.scenarios, name="scenarios"),
    path("nyt/", pages.new, name="new_scenario"),
    path("gennemregninger/", pages.sweeps, name="sweeps"),
    path("gennemregninger/ny/", pages.new_sweep, name="new_sweep"),
    path("gennemregninger/<int:pk>/", pages.sweep, name="sweep"),
    path("gennemregninger/<int:pk>/status/", pages.sweep_progress, name="sweep_progress"),
    path("gennemregninger/<int:pk>/stop/", pages.stop_sweep, name="stop_sweep"),
    path("gennemregninger/<int:pk>/fortsaet/", pages.resume_sweep, name="resume_sweep"),
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
