from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "takt.foundation.ledger"
    label = "ledger"
