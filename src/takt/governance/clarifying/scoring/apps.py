from django.apps import AppConfig


class ScoringConfig(AppConfig):
    name = "takt.governance.clarifying.scoring"
    label = "scoring"
