"""What the units said, counted and in words. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import counted, day, language
from takt.governance.deciding.hearing.models import Party, Stance, State


@dataclass(frozen=True, slots=True)
class Counts:
    asked: int
    support: int
    """With and without remarks."""
    remarks: int
    against: int
    no_remarks: int

    @property
    def silent(self) -> int:
        """Never counted as consent."""
        return self.asked - self.answered

    @property
    def answered(self) -> int:
        return self.support + self.against + self.no_remarks


def count(parties: Iterable[Party]) -> Counts:
    said = [party.stance for party in parties]
    return Counts(
        asked=len(said),
        support=said.count(Stance.SUPPORT) + said.count(Stance.REMARKS),
        remarks=said.count(Stance.REMARKS),
        against=said.count(Stance.AGAINST),
        no_remarks=said.count(Stance.NO_REMARKS),
    )


def finding(counts: Counts, state: State, due_date: date) -> str:
    """“To af fire enheder støtter, én er imod og én har ikke svaret”; while it runs, how many have answered."""
    if state == State.WITHDRAWN:
        return _("Høringen er trukket tilbage")
    if state == State.OPEN and counts.silent:
        return _progress(counts, due_date)
    if counts.asked == 1:
        return _the_only_one(counts)
    parts = [_supporting(counts), _saying_nothing(counts), _against(counts), _silent(counts)]
    return wording.join_list([part for part in parts if part], language())


def _progress(counts: Counts, due_date: date) -> str:
    """“Én af to enheder har svaret, fristen er 3. december 2026”."""
    if counts.asked == 1:
        return _("Enheden har ikke svaret endnu, fristen er %(day)s") % {"day": day(due_date)}
    return ngettext(
        "%(some)s af %(all)s enheder har svaret, fristen er %(day)s",
        "%(some)s af %(all)s enheder har svaret, fristen er %(day)s",
        counts.answered,
    ) % {"some": _first(counts.answered), "all": counted(counts.asked), "day": day(due_date)}


def _the_only_one(counts: Counts) -> str:
    if counts.remarks:
        return _("Enheden støtter med bemærkninger")
    if counts.support:
        return _("Enheden støtter")
    if counts.against:
        return _("Enheden er imod")
    return _("Enheden har ingen bemærkninger") if counts.no_remarks else _("Enheden har ikke svaret")


def _supporting(counts: Counts) -> str:
    said = _how_many_support(counts)
    if not counts.remarks:
        return said
    if counts.remarks == counts.support:
        return _("%(said)s med bemærkninger") % {"said": said}
    return _("%(said)s (%(some)s med bemærkninger)") % {"said": said, "some": _words(counts.remarks)}


def _how_many_support(counts: Counts) -> str:
    if counts.support == counts.asked:
        said = _("Begge enheder støtter") if counts.asked == 2 else _("Alle %(all)s enheder støtter")
        return said % {"all": counted(counts.asked)}
    return ngettext(
        "%(some)s af %(all)s enheder støtter", "%(some)s af %(all)s enheder støtter", counts.support
    ) % {"some": _first(counts.support), "all": counted(counts.asked)}


def _saying_nothing(counts: Counts) -> str:
    if not counts.no_remarks:
        return ""
    return ngettext(
        "%(some)s har ingen bemærkninger", "%(some)s har ingen bemærkninger", counts.no_remarks
    ) % {"some": _words(counts.no_remarks)}


def _against(counts: Counts) -> str:
    if not counts.against:
        return ""
    return ngettext("%(some)s er imod", "%(some)s er imod", counts.against) % {"some": _words(counts.against)}


def _silent(counts: Counts) -> str:
    if not counts.silent:
        return ""
    return ngettext("%(some)s har ikke svaret", "%(some)s har ikke svaret", counts.silent) % {
        "some": _words(counts.silent)
    }


def _words(amount: int) -> str:
    return {0: _("ingen"), 1: _("én")}.get(amount) or counted(amount)


def _first(amount: int) -> str:
    words = _words(amount)
    return words[:1].upper() + words[1:]
