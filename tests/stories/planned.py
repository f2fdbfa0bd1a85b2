"""Waits until Fjordby's first plan is in force and all that follows from it is done."""

import sys
import time

from takt.interfaces.cli.starting import start_django

MOST_SECONDS = 500


def main() -> int:
    start_django()
    from takt.foundation.jobs.models import Job
    from takt.governance.planning.publishing.models import Publication

    deadline = time.monotonic() + MOST_SECONDS
    while time.monotonic() < deadline:
        if Publication.objects.exists() and all(job.is_over for job in Job.objects.all()):
            return 0
        time.sleep(0.5)
    return 1


if __name__ == "__main__":
    sys.exit(main())
