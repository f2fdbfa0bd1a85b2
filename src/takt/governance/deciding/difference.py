"""What a new version changes, in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.foundation.design.templatetags.takt import day
from takt.governance.deciding.models import SeatRole
from takt.governance.deciding.terms import BodyTerms, SeatTerms
from takt.governance.deciding.words import mandate_in_words


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changes for one body, as sentences."""

    body: str
    sentences: tuple[str, ...]


def differences(
    before: Mapping[str, BodyTerms], after: Mapping[str, BodyTerms], areas: Mapping[int, str]
) -> list[Difference]:
    """By body, in the new order and then those that close. Empty when nothing changes."""
    found = [
        Difference(terms.name, tuple(_changes(before.get(key), terms, areas))) for key, terms in after.items()
    ]
    found += [
        Difference(terms.name, (_("Forummet nedlægges."),))
        for key, terms in before.items()
        if key not in after
    ]
    if moved := _new_order(before, after):
        found.append(Difference(_("Rækkefølge"), (moved,)))
    return [one for one in found if one.sentences]


def _changes(was: BodyTerms | None, now: BodyTerms, areas: Mapping[int, str]) -> Iterator[str]:
    if was is None:
        yield _("Forummet oprettes.")
        was = BodyTerms(now.name)
    if was.name != now.name:
        yield _("Skifter navn fra %(was)s til %(now)s.") % {"was": was.name, "now": now.name}
    yield from _mandates(was, now, areas)
    yield from _meetings(was, now)
    yield from _seats(was, now)


def _mandates(was: BodyTerms, now: BodyTerms, areas: Mapping[int, str]) -> Iterator[str]:
    for mandate in now.mandates:
        if mandate not in was.mandates:
            yield _("Nyt mandat: %(mandate)s") % {"mandate": mandate_in_words(mandate, areas)}
    for mandate in was.mandates:
        if mandate not in now.mandates:
            yield _("Mandatet bortfalder: %(mandate)s") % {"mandate": mandate_in_words(mandate, areas)}


def _meetings(was: BodyTerms, now: BodyTerms) -> Iterator[str]:
    if was.purpose != now.purpose:
        yield _("Opgaven bliver: %(purpose)s") % {"purpose": now.purpose or _("ikke beskrevet")}
    if was.cadence != now.cadence:
        yield _("Mødes: %(cadence)s.") % {"cadence": now.cadence.rstrip(".") or _("ikke aftalt")}
    if was.weeks_between != now.weeks_between:
        yield weeks_in_words(now.weeks_between)
    if was.quorum != now.quorum:
        yield quorum_in_words(now.quorum)


def weeks_in_words(weeks: int | None) -> str:
    if weeks is None:
        return _("Der er ikke aftalt et fast antal uger mellem møderne.")
    return ngettext("Der er én uge mellem møderne.", "Der er %(weeks)d uger mellem møderne.", weeks) % {
        "weeks": weeks
    }


def quorum_in_words(quorum: int) -> str:
    if not quorum:
        return _("Der er ikke sat et tal for, hvornår det er beslutningsdygtigt.")
    return ngettext(
        "Beslutningsdygtigt, når én med stemme er til stede.",
        "Beslutningsdygtigt, når %(quorum)d med stemme er til stede.",
        quorum,
    ) % {"quorum": quorum}


def _seats(was: BodyTerms, now: BodyTerms) -> Iterator[str]:
    before = {seat.person: seat for seat in was.seats if seat.person is not None}
    after = {seat.person: seat for seat in now.seats if seat.person is not None}
    for person, seat in after.items():
        if person not in before:
            yield _("%(person)s får plads som %(role)s fra %(day)s%(until)s.") % _seat_words(seat)
        elif before[person] != seat:
            yield _("%(person)s er %(role)s fra %(day)s%(until)s.") % _seat_words(seat)
    for person, seat in before.items():
        if person not in after:
            yield _("%(person)s træder ud.") % {"person": seat.name}


def _seat_words(seat: SeatTerms) -> dict[str, str]:
    until = _(" til og med %(day)s") % {"day": day(seat.to_date)} if seat.to_date else ""
    return {
        "person": seat.name,
        "role": str(SeatRole(seat.role).label),
        "day": day(seat.from_date),
        "until": until,
    }


def _new_order(before: Mapping[str, BodyTerms], after: Mapping[str, BodyTerms]) -> str:
    """Only when bodies that stay have changed places."""
    stay_before = [key for key in before if key in after]
    stay_after = [key for key in after if key in before]
    if stay_before == stay_after:
        return ""
    return _("En sag møder nu: %(bodies)s.") % {"bodies": ", ".join(terms.name for terms in after.values())}
