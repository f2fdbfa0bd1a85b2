"""Tell those whom a published plan touches: the leaders of units and those who have the cases, each one letter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from takt.calculation import wording
from takt.calculation.planner.problem import Initiative, Month, Problem
from takt.calculation.scenarios.comparing import Fate
from takt.foundation.design.templatetags.takt import day, language
from takt.foundation.mail.commands import tell
from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person
from takt.governance.clarifying.models import Assignment, Impact
from takt.governance.planning.kept import situation_of
from takt.governance.planning.publishing.models import Publication
from takt.governance.planning.publishing.moves import MoveRow, read_moves
from takt.governance.planning.question import unit_id

SUBJECT = gettext_lazy("Planen er offentliggjort: det ændrer sig for dig")
MOST = 30
"""Changes told in one letter; the page has the rest."""


@dataclass(slots=True)
class Touched:
    """What one person is told."""

    cases: list[MoveRow] = field(default_factory=list)
    """That the person has."""
    units: list[tuple[MoveRow, int, str]] = field(default_factory=list)
    """Move, key and name of a unit that the person answers for."""


def tell_of_publication(publication: Publication, *, at: datetime) -> int:
    """How many were told. Of the first plan everything in it is a change."""
    moves = read_moves(publication.proposal.moves)
    problem = situation_of(publication.run).problem
    touched = _touched(moves)
    people = Person.objects.in_bulk(sorted(touched))
    for pk in sorted(touched):
        person = people[pk]
        with override(person.language):
            text = in_words(publication, touched[pk], problem)
        link = publication.proposal.get_absolute_url()
        tell(person, subject=SUBJECT, text="%(text)s", values={"text": text}, link=link, at=at)
    return len(touched)


def _touched(moves: Sequence[MoveRow]) -> Mapping[int, Touched]:
    """By key of the person, in two queries and those of the leaders."""
    by_number = {move.number: move for move in moves}
    found: dict[int, Touched] = defaultdict(Touched)
    holders = Assignment.objects.filter(initiative__number__in=list(by_number), person__is_active=True)
    for person, number in holders.values_list("person", "initiative__number").order_by("initiative__number"):
        found[person].cases.append(by_number[number])
    managers = Managers.now()
    impacts = Impact.objects.filter(initiative__number__in=list(by_number)).order_by(
        "unit", "initiative__number"
    )
    for unit, name, number in impacts.values_list("unit", "unit__name", "initiative__number"):
        if leader := managers.of(unit):
            found[leader.pk].units.append((by_number[number], unit, name))
    return found


def in_words(publication: Publication, touched: Touched, problem: Problem) -> str:
    """The letter, in the language that is active."""
    proposal = publication.proposal
    said = [
        _("%(body)s har besluttet en plan %(day)s. Her er det, der ændrer sig for dig.")
        % {"body": proposal.body.name if proposal.body else "", "day": day(proposal.decided_on)}
    ]
    if touched.cases:
        said.append("\n".join([_("SAGER, DU HAR"), *_listed(case_line(move) for move in touched.cases)]))
    if touched.units:
        lines = (unit_line(move, unit, name, problem) for move, unit, name in touched.units)
        said.append("\n".join([_("ENHEDER, DU LEDER"), *_listed(lines)]))
        said.append(
            _(
                "Timerne er til oplæring og omstilling for hele enheden. Hold kalenderen fri til dem, og skriv til "
                "den, der har sagen, hvis det ikke kan lade sig gøre."
            )
        )
    return "\n\n".join(said)


def _listed(lines: Iterable[str]) -> list[str]:
    every = [f"- {line}" for line in lines]
    rest = len(every) - MOST
    return [*every[:MOST], *([_("- og %(count)d til") % {"count": rest}] if rest > 0 else [])]


def case_line(move: MoveRow) -> str:
    """“Skærmbesøg (2026-014): i drift april 2027, 3 måneder senere end før. Skønnet er ændret: penge.”"""
    why = move.why(language())
    return f"{called(move)}: {what_happens(move)}.{f' {why}' if why else ''}"


def unit_line(move: MoveRow, unit: int, name: str, problem: Problem) -> str:
    """The same, with what it takes of the unit and when."""
    said = f"{name}: {called(move)}, {what_happens(move)}."
    one = problem.initiative.get(move.number)
    if one is None or move.becomes is None:
        return said
    hours, first, latest = hours_on(one, unit_id(unit), move.becomes)
    if not hours:
        return said
    return f"{said} " + _("%(hours)s forandringstimer i %(months)s.") % {
        "hours": wording.number(hours, 0, language()),
        "months": wording.month_range(first, latest, language()),
    }


def hours_on(one: Initiative, unit: str, go_live: Month) -> tuple[int, Month, Month]:
    """Change hours of one unit alone, and the months in which they fall."""
    start = go_live.plus(-one.lead_time)
    hours = [change.hours for change in one.change if change.unit == unit]
    months = sorted({month for listed in hours for month, amount in enumerate(listed) if amount})
    if not months:
        return 0, start, start
    return sum(map(sum, hours)), start.plus(months[0]), start.plus(months[-1])


def called(move: MoveRow) -> str:
    return f"{move.title} ({move.number})"


def what_happens(move: MoveRow) -> str:
    if move.becomes is None:
        return _("er ikke længere med i planen")
    values = {"month": wording.month_name(move.becomes, language()), "n": move.months}
    if move.fate == Fate.IN:
        return _("i drift i %(month)s") % values
    if move.fate == Fate.LATER:
        return _("i drift i %(month)s, %(n)d md. senere end før") % values
    return _("i drift i %(month)s, %(n)d md. tidligere end før") % values
