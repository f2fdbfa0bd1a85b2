"""Loading Fjordby: the same every time, and never mixed with anything else."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.test import Client

from takt.foundation.jobs.models import State
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person, Unit
from takt.foundation.refusals import Refused
from takt.governance.asking.models import Supporter, Wish
from takt.governance.clarifying.models import Dependency, Effort, Estimate, Impact, StaffRole
from takt.governance.flow.models import Initiative
from takt.governance.planning.models import Ceiling, Frame, Freeze, PlanRun, StaffMonth
from takt.governance.planning.scenarios.models import Scenario, Sweep
from takt.interfaces.demonstration.loading.load import load
from tests.builders import build_unit
from tests.fjordby import AT

LOADED = (Unit, Initiative, Wish, Estimate, Effort, Impact, Dependency, StaffRole, StaffMonth, Frame, Freeze)
LOADED += (Ceiling, Supporter, Event)


def everything() -> str:
    rows = [row for model in LOADED for row in model.objects.order_by("pk")]
    people = list(
        Person.objects.order_by("pk").values_list("email", "name", "pseudonym", "unit", "is_active")
    )
    return serializers.serialize("json", rows) + repr(people)


def test_loading_twice_changes_nothing(db: None) -> None:
    load(at=AT)
    before = everything()

    assert load(at=AT + timedelta(days=1)) is False

    assert everything() == before


def test_it_is_never_laid_on_top_of_a_real_municipality(db: None) -> None:
    build_unit()

    with pytest.raises(Refused):
        load(at=AT)

    assert not Event.objects.exists()
    assert Unit.objects.count() == 1


def test_outside_a_demonstration_the_command_refuses(db: None, settings) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError, match="TAKT_DEMO=1"):
        call_command("load_demonstration")

    assert not Unit.objects.exists()


def test_the_first_plan_and_the_futures_beside_it_are_asked_for_once(db: None) -> None:
    call_command("load_demonstration", plan=True, stdout=StringIO())
    call_command("load_demonstration", plan=True, stdout=StringIO())

    assert PlanRun.objects.count() == 1
    assert [scenario.name for scenario in Scenario.objects.order_by("pk")] == [
        "Én projektleder mere",
        "Rammerne sænkes 10 %",
    ]
    assert [pin["kept"] for pin in PlanRun.objects.get().figures["asked"]["pins"]] == [True, False]
    assert Scenario.objects.filter(runs__isnull=False).count() == 2
    assert Sweep.objects.get().job.state == State.WAITING


def test_before_fjordby_is_loaded_the_page_says_what_to_do(db: None, client: Client) -> None:
    assert "takt prepare" in client.get("/demonstration/").content.decode()
