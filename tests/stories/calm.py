"""Calls off the scenarios and the sweep that Fjordby asks for, so that stories do not share the machine with them."""

from django.db import transaction
from django.utils import timezone

from takt.interfaces.cli.starting import start_django


def main() -> None:
    start_django()
    from takt.foundation.jobs.commands import cancel_job
    from takt.governance.planning.scenarios.models import ScenarioRun, Sweep

    with transaction.atomic():
        for asked in (*ScenarioRun.objects.select_related("job"), *Sweep.objects.select_related("job")):
            cancel_job(asked.job, at=timezone.now())


if __name__ == "__main__":
    main()
