"""What every command on a round does: the case is locked, so that of two at once the second sees the first."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from takt.calculation import wording
from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person
from takt.governance.clarifying.commands.working import locked
from takt.governance.clarifying.scoring.models import Assessor, CriteriaVersion, Round
from takt.governance.clarifying.scoring.queries import newest_round, result_of
from takt.governance.flow.models import Initiative


def locked_round(initiative: Initiative) -> tuple[Initiative, Round | None]:
    """The case, kept from others until the transaction ends, and its newest round."""
    case = locked(initiative)
    return case, newest_round(case)


def begin(
    case: Initiative,
    criteria: CriteriaVersion,
    people: Iterable[Person],
    *,
    number: int,
    due_date: date,
    reason: str,
    by: Person,
    at: datetime,
) -> Round:
    one = Round.objects.create(
        initiative=case,
        number=number,
        criteria=criteria,
        reason=reason,
        asked_by=by,
        asked_at=at,
        due_date=due_date,
    )
    for person in people:
        ask(person, one, by=by, at=at)
    return one


def ask(person: Person, one: Round, *, by: Person, at: datetime) -> Assessor:
    """A place in the round, and a letter about it."""
    answer = Assessor.objects.create(
        round=one, person=person, asked_at=at, is_late=one.revealed_at is not None
    )
    tell_asked(person, one, by=by, at=at)
    return answer


def tell_asked(person: Person, one: Round, *, by: Person, at: datetime) -> None:
    tell(
        person,
        subject=_("Vil du bedømme sag %(number)s?"),
        text=_(
            "%(who)s beder dig bedømme “%(title)s” senest %(day)s. Du svarer uden at se de andres bedømmelser, og de "
            "ser ikke din, før alle har svaret."
        ),
        values={
            "number": one.initiative.number,
            "who": by.name,
            "title": one.initiative.title,
            "day": wording.day(one.due_date, "en" if person.language == "en" else "da"),
        },
        link=address_of(one.initiative),
        at=at,
    )


def reveal_if_all_have_answered(one: Round, *, by: Person, at: datetime) -> None:
    """The answers become visible to everyone; what they say is sealed, without names."""
    result = result_of(one, None)
    if result.waiting or one.closed_at is not None:
        return
    if one.revealed_at is None:
        one.revealed_at = at
        one.save(update_fields=["revealed_at"])
    seal_scores(one, by=by, at=at)
    tell(
        one.asked_by,
        subject=_("Alle har bedømt sag %(number)s"),
        text=_("Bedømmelserne af “%(title)s” er åbnet. Se, om bedømmerne er enige."),
        values={"number": one.initiative.number, "title": one.initiative.title},
        link=address_of(one.initiative),
        at=at,
    )


def seal_scores(one: Round, *, by: Person, at: datetime) -> None:
    scores = {row.name: list(row.scores) for row in result_of(one, None).rows}
    record("assessment.opened", about=one.initiative, by=by, at=at, round=one.number, scores=scores)


def address_of(initiative: Initiative) -> str:
    return f"{initiative.get_absolute_url()}bedoemmelse/"
