"""A model is drafted together, adopted once, and never changed again."""

from datetime import date, datetime, timedelta

import pytest
from django.core import serializers

from takt.calculation.governance_path import Level, Mandate
from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.deciding import models
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.close_body import close_body
from takt.governance.deciding.commands.discard_draft import discard_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.models import Body, ModelVersion, SeatRole
from takt.governance.deciding.queries import draft, in_force
from takt.governance.deciding.terms import BodyTerms, SeatTerms
from tests.builders import Cast

pytestmark = pytest.mark.django_db

BOARD = BodyTerms("Direktionen", position=1, mandates=(Mandate(Level.DECIDE),))


def refused(function: object, *arguments: object, **keywords: object) -> str:
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)  # type: ignore[operator]
    return caught.value.refusal.reason


def adopt(by: Person, at: datetime, **changed: object) -> ModelVersion:
    begun = draft()
    given = {"edition": begun.edition if begun else 0, "reason": "Besluttet", "in_force_from": at.date()}
    return adopt_model(**(given | changed), by=by, at=at)  # type: ignore[arg-type]


def first_model(cast: Cast, at: datetime) -> ModelVersion:
    begin_draft(by=cast.nadia)
    save_body(BOARD, by=cast.nadia)
    return adopt(cast.nadia, at)


def stored() -> str:
    kinds = (models.ModelVersion, models.Body, models.Mandate, models.Seat)
    return serializers.serialize("json", [row for kind in kinds for row in kind.objects.order_by("pk")])


def test_an_adopted_model_is_in_the_ledger_without_names(cast: Cast, now: datetime) -> None:
    begin_draft(by=cast.nadia)
    seat = SeatTerms(cast.birgit.pk, cast.birgit.name, SeatRole.CHAIR, date(2026, 1, 1))
    save_body(BodyTerms("Direktionen", mandates=BOARD.mandates, seats=(seat,), quorum=1), by=cast.nadia)
    version = adopt(cast.nadia, now)

    event = Event.objects.get()
    assert (version.number, event.verb, event.actor) == (1, "governance.adopted", cast.nadia.pseudonym)
    assert event.facts["bodies"][0]["seats"] == [{"person": str(cast.birgit.pseudonym), "role": "chair"}]
    assert "Birgit" not in str(event.facts)
    assert first_broken(Event.objects.all()) is None
    assert draft() is None


def test_a_new_version_leaves_the_old_one_as_it_was(cast: Cast, now: datetime) -> None:
    first = first_model(cast, now)
    before = serializers.serialize("json", [first, *first.bodies.all(), *models.Mandate.objects.all()])
    begin_draft(by=cast.nadia)
    body = Body.objects.get(version__number=None)
    save_body(BodyTerms("Ledelsen", mandates=BOARD.mandates), key=body.key, edition=1, by=cast.nadia)
    later = now + timedelta(days=40)
    adopt(cast.nadia, later)

    first.refresh_from_db()
    kept = [first, *first.bodies.all(), *models.Mandate.objects.filter(body__version=first)]
    assert serializers.serialize("json", kept) == before
    assert in_force(now) == first
    assert in_force(later).number == 2  # type: ignore[union-attr]
    assert in_force(now - timedelta(days=1)) is None


def test_a_version_for_later_waits_for_its_day(cast: Cast, now: datetime) -> None:
    begin_draft(by=cast.nadia)
    save_body(BOARD, by=cast.nadia)
    adopt(cast.nadia, now, in_force_from=date(2027, 1, 1))

    assert in_force(now) is None
    assert in_force(now + timedelta(days=60)) is not None


def test_nobodys_change_is_lost(cast: Cast, now: datetime) -> None:
    begin_draft(by=cast.nadia)
    body = save_body(BOARD, by=cast.nadia)
    save_body(BodyTerms("Den ene"), key=body.key, edition=1, by=cast.nadia)

    assert "ændret af en anden" in refused(
        save_body, BodyTerms("Den anden"), key=body.key, edition=1, by=cast.nadia
    )
    assert "ændret af en anden" in refused(close_body, body.key, edition=1, by=cast.nadia)
    assert Body.objects.get().name == "Den ene"


def test_what_was_not_reviewed_is_not_adopted(cast: Cast, now: datetime) -> None:
    begin_draft(by=cast.nadia)
    save_body(BOARD, by=cast.nadia)

    assert "siden du så forskellen" in refused(adopt, cast.nadia, now, edition=1)
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"reason": "  "}, "begrundelse"),
        ({"in_force_from": date(2026, 11, 22)}, "bagud"),
    ],
)
def test_a_model_needs_a_reason_and_never_reaches_back(
    changed: dict[str, object], reason: str, cast: Cast, now: datetime
) -> None:
    begin_draft(by=cast.nadia)
    save_body(BOARD, by=cast.nadia)

    assert reason in refused(adopt, cast.nadia, now, **changed)
    assert draft() is not None


def test_a_model_must_be_able_to_work(cast: Cast, now: datetime) -> None:
    begin_draft(by=cast.nadia)
    assert "magen til" in refused(adopt, cast.nadia, now)
    body = save_body(BodyTerms("Rådet", mandates=(Mandate(Level.RECOMMEND),)), by=cast.nadia)
    assert "ingen sag kan blive besluttet" in refused(adopt, cast.nadia, now)
    member = SeatTerms(cast.troels.pk, "", SeatRole.MEMBER, date(2026, 1, 1))
    save_body(
        BodyTerms("Rådet", mandates=BOARD.mandates, seats=(member,)), key=body.key, edition=1, by=cast.nadia
    )
    assert "ingen formand" in refused(adopt, cast.nadia, now)
    chair = SeatTerms(cast.troels.pk, "", SeatRole.CHAIR, date(2026, 1, 1))
    save_body(
        BodyTerms("Rådet", mandates=BOARD.mandates, seats=(chair,), quorum=2),
        key=body.key,
        edition=2,
        by=cast.nadia,
    )
    assert "kun én med stemme" in refused(adopt, cast.nadia, now)


def test_names_are_used_once(cast: Cast) -> None:
    begin_draft(by=cast.nadia)
    save_body(BOARD, by=cast.nadia)
    assert "allerede et forum" in refused(save_body, BOARD, by=cast.nadia)


def test_there_is_one_draft_and_it_can_be_thrown_away(cast: Cast, now: datetime) -> None:
    first_model(cast, now)
    before = stored()
    assert begin_draft(by=cast.nadia) == begin_draft(by=cast.nadia)
    discard_draft(by=cast.nadia)

    assert stored() == before
    assert "ingen kladde" in refused(save_body, BOARD, by=cast.nadia)


@pytest.mark.parametrize("who", ["charlie", "anna", "troels", "birgit", "erik"])
def test_charlie_and_those_without_the_role_change_nothing(who: str, cast: Cast, now: datetime) -> None:
    begin_draft(by=cast.nadia)
    body = save_body(BOARD, by=cast.nadia)
    by, before = getattr(cast, who), stored()

    for reason in (
        refused(begin_draft, by=by),
        refused(save_body, BOARD, key=body.key, edition=1, by=by),
        refused(close_body, body.key, edition=1, by=by),
        refused(discard_draft, by=by),
        refused(adopt, by, now),
    ):
        assert "Kun digitaliseringskonsulenter" in reason
    assert stored() == before
    assert not Event.objects.exists()
