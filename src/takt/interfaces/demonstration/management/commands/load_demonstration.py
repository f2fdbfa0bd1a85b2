"""`load_demonstration`: Fjordby Kommune into an empty database; a second time nothing changes."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from takt.calculation.planner.solve import Effort
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refused
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.models import PlanRun
from takt.interfaces.demonstration.background import request_publication
from takt.interfaces.demonstration.loading.futures import request_futures
from takt.interfaces.demonstration.loading.load import load
from takt.interfaces.demonstration.loading.pins import pin_starts


class Command(BaseCommand):
    help = "Læg den opdigtede Fjordby Kommune i en tom database. Anden gang sker der ikke noget."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--plan", action="store_true", help="bed også om en plan, hvis der ingen er")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Fjordby hører kun til i en demonstration. Sæt TAKT_DEMO=1.")
        try:
            loaded = load(at=timezone.now())
            if options["plan"]:
                self._request_first_plan()
        except Refused as refused:
            raise CommandError(f"{refused.refusal.reason} {refused.refusal.remedy}") from refused
        self.stdout.write("Fjordby Kommune er klar." if loaded else "Fjordby Kommune var der i forvejen.")

    def _request_first_plan(self) -> None:
        if not PlanRun.objects.exists():
            coordinator = Person.objects.filter(role_holdings__role=Role.COORDINATOR).order_by("id")[0]
            pin_starts(at=timezone.now())
            plan = request_plan(effort=Effort.QUICK, by=coordinator, at=timezone.now())
            request_publication(plan, at=timezone.now())
            request_futures(plan, at=timezone.now())
