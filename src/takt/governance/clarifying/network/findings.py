"""The network in words: what a heading says."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.foundation.design.templatetags.takt import counted, number
from takt.governance.clarifying.network.coverage import AreaCover
from takt.governance.clarifying.network.models import KnowledgeField, Membership


def coverage_finding(areas: Sequence[AreaCover]) -> str:
    """“30 af 40 enheder har nogen i netværket, og to områder er tavse”."""
    units = sum(len(area.all) for area in areas)
    if not units:
        return _("Kommunen har ingen enheder i Takt endnu")
    covered = sum(area.covered for area in areas)
    if not covered:
        return _("Kommunen har ikke noget digitaliseringsnetværk i Takt")
    said = _("%(covered)s af %(units)s enheder har nogen i netværket") % {
        "covered": number(covered),
        "units": number(units),
    }
    silent = sum(area.is_silent for area in areas)
    if not silent:
        return said
    return ngettext("%(said)s, og ét område er tavst", "%(said)s, og %(words)s områder er tavse", silent) % {
        "said": said,
        "words": counted(silent),
    }


def members_finding(count: int, field: KnowledgeField | None, rows: QuerySet[Membership]) -> str:
    """Whom to ask, or whether somebody is behind."""
    if field is not None:
        return ngettext(
            "%(words)s i netværket ved noget om %(field)s",
            "%(words)s i netværket ved noget om %(field)s",
            count,
        ) % {"words": _one_or(count), "field": field.name}
    if not count:
        return _("Ingen er med i netværket endnu")
    late = rows.filter(overdue__gt=0).count()  # type: ignore[misc]  # annotated by with_load
    people = ngettext("%(count)s medlem", "%(count)s medlemmer", count) % {"count": number(count)}
    if not late:
        return _("%(people)s, og ingen har svar, der er over tiden") % {"people": people}
    return ngettext(
        "%(people)s, og %(words)s har svar, der er over tiden",
        "%(people)s, og %(words)s har svar, der er over tiden",
        late,
    ) % {"people": people, "words": _one_or(late).lower()}


def _one_or(count: int) -> str:
    words = _("Én") if count == 1 else counted(count)
    return words[:1].upper() + words[1:]
