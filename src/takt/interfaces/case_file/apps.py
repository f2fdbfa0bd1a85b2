from django.apps import AppConfig


class CaseFileConfig(AppConfig):
    name = "takt.interfaces.case_file"
    label = "case_file"
