from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "takt.foundation.mail"
    label = "mail"
