"""Fjordby has a model from before its first wish, and an older Fjordby is given one."""

from django.test import Client

from takt.foundation.people.models import Person
from takt.governance.deciding.models import ModelVersion
from takt.governance.deciding.queries import bodies_of, in_force
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from tests.fjordby import AT


def test_four_bodies_with_believable_members(fjordby: None) -> None:
    version = in_force(AT)

    assert version is not None
    bodies = bodies_of(version)
    assert [body.name for body in bodies] == [
        "Digitaliseringsnetværket",
        "Teknologirådet",
        "Direktionen",
        "Økonomiudvalget",
    ]
    assert all(body.seats.count() >= body.quorum for body in bodies)
    assert ModelVersion.objects.count() == 2


def test_every_kind_of_case_opens_with_its_way(fjordby: None, client: Client) -> None:
    client.force_login(Person.objects.get(name="Nadia Krogh"))
    for stage in (Stage.SUBMITTED, Stage.CLARIFYING, Stage.APPROVED, Stage.DECLINED, Stage.IN_USE):
        case = Initiative.objects.filter(stage=stage)[0]
        page = client.get(case.get_absolute_url()).content.decode()
        assert "Vejen til en beslutning" in page, stage
        assert "Styringsmodel, version 2" in page, stage
