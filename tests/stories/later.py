"""Does what the daily job does with postponed cases on the day it is given, in this same installation."""

import sys
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from takt.interfaces.cli.starting import start_django


def main(day: date) -> None:
    start_django()
    from takt.governance.deciding.meetings.background import take_up_postponed

    with transaction.atomic():
        take_up_postponed(day, timezone.make_aware(datetime.combine(day, time(7))))


if __name__ == "__main__":
    main(date.fromisoformat(sys.argv[1]))
