"""The one draft: taken under a lock, and written from values."""

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding import rules
from takt.governance.deciding.models import Body, Mandate, ModelVersion, Seat
from takt.governance.deciding.terms import BodyTerms


def locked_draft(by: Person) -> ModelVersion:
    """The draft, kept from others until the transaction ends. Raises Refused without draft or right."""
    draft = ModelVersion.objects.select_for_update(of=("self",), no_key=True).filter(number=None).first()
    refuse_if(rules.why_not_change(draft, by))
    assert draft is not None  # noqa: S101 - why_not_change has seen to it
    return draft


def touch(draft: ModelVersion) -> None:
    """Whoever has reviewed the draft must review it again."""
    draft.edition += 1
    draft.save(update_fields=["edition"])


def write(body: Body, terms: BodyTerms) -> None:
    """Make the stored body say what the values say, mandates and seats included."""
    body.name, body.purpose, body.cadence = terms.name, terms.purpose, terms.cadence
    body.weeks_between, body.quorum, body.position = terms.weeks_between, terms.quorum, terms.position
    body.save()
    body.mandates.all().delete()
    for one in terms.mandates:
        mandate = Mandate.objects.create(
            body=body,
            level=one.level.value,
            scope=one.scope.value,
            investment_limit_dkk=one.investment_limit_dkk,
            running_limit_dkk=one.running_limit_dkk,
        )
        mandate.areas.set(one.areas)
    body.seats.all().delete()
    Seat.objects.bulk_create(
        Seat(
            body=body,
            person_id=seat.person,
            role=seat.role,
            from_date=seat.from_date,
            to_date=seat.to_date,
        )
        for seat in terms.seats
    )
