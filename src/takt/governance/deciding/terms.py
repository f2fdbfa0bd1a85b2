"""A governance model as plain values: what forms give, commands keep and sentences are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from takt.calculation import governance_path as paths
from takt.calculation.governance_path import Level, Mandate, Scope
from takt.governance.deciding import models
from takt.governance.deciding.models import SeatRole


@dataclass(frozen=True, slots=True)
class SeatTerms:
    person: int | None
    """The key of the person; None when forgotten."""
    name: str
    role: SeatRole
    from_date: date
    to_date: date | None = None

    @property
    def has_vote(self) -> bool:
        return self.role != SeatRole.SECRETARY

    def is_taken(self, today: date) -> bool:
        return self.from_date <= today and (self.to_date is None or today <= self.to_date)


@dataclass(frozen=True, slots=True)
class BodyTerms:
    name: str
    purpose: str = ""
    cadence: str = ""
    weeks_between: int | None = None
    quorum: int = 0
    position: int = 0
    mandates: tuple[Mandate, ...] = ()
    seats: tuple[SeatTerms, ...] = ()

    def voting(self, today: date) -> int:
        return sum(seat.has_vote and seat.is_taken(today) for seat in self.seats)


def body_terms(body: models.Body) -> BodyTerms:
    """A stored body as values; its mandates with areas and seats with people should be fetched beforehand."""
    return BodyTerms(
        name=body.name,
        purpose=body.purpose,
        cadence=body.cadence,
        weeks_between=body.weeks_between,
        quorum=body.quorum,
        position=body.position,
        mandates=tuple(mandate_terms(one) for one in body.mandates.all()),
        seats=tuple(seat_terms(one) for one in body.seats.all()),
    )


def mandate_terms(mandate: models.Mandate) -> Mandate:
    return Mandate(
        Level(mandate.level),
        Scope(mandate.scope),
        mandate.investment_limit_dkk,
        mandate.running_limit_dkk,
        frozenset(area.pk for area in mandate.areas.all()),
    )


def seat_terms(seat: models.Seat) -> SeatTerms:
    return SeatTerms(
        seat.person_id,
        seat.person.name if seat.person else "",
        SeatRole(seat.role),
        seat.from_date,
        seat.to_date,
    )


def model_terms(bodies: Iterable[models.Body]) -> dict[str, BodyTerms]:
    """By key, in the order of the model."""
    return {body.key: body_terms(body) for body in bodies}


def path_bodies(model: dict[str, BodyTerms]) -> list[paths.Body]:
    return [paths.Body(key, terms.name, terms.mandates) for key, terms in model.items()]
