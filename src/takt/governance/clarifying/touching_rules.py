"""What may be said of the systems that a case touches? No queries, no clock."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from takt.foundation.refusals import Refusal
from takt.governance.asking.rules import Answers, why_not_keep
from takt.governance.clarifying.models import Touch
from takt.governance.clarifying.touching import NO_SYSTEM, Touched, is_none
from takt.registers.systems.models import System

MOST_SYSTEMS = 60


def why_not_touch(wanted: Mapping[int, Touched], known: Mapping[int, System]) -> Refusal | None:
    """``known``: the systems that are in the register."""
    if is_none(wanted) and len(wanted) > 1:
        return Refusal(
            _("Sagen kan ikke både berøre systemer og ikke berøre nogen."),
            _("Fjern krydset ved, at den ingen berører, eller fjern systemerne."),
        )
    if len(wanted) > MOST_SYSTEMS:
        return Refusal(
            _("Der er mere end 60 systemer."), _("Nævn dem, der skal arbejdes med, og saml resten i en sag.")
        )
    for key, touched in wanted.items():
        if refusal := _why_not_one(key, touched, known):
            return refusal
    return None


def _why_not_one(key: int, touched: Touched, known: Mapping[int, System]) -> Refusal | None:
    if key == NO_SYSTEM:
        return None
    if key not in known:
        return Refusal(
            _("Systemet findes ikke længere i registret."), _("Vælg et af dem, der står under Systemer.")
        )
    if touched.how not in Touch.values or touched.how == Touch.NONE:
        return Refusal(
            _("Der mangler, hvordan sagen berører “%(system)s”.") % {"system": known[key]},
            _("Vælg for eksempel, om den erstatter systemet eller integrerer med det."),
        )
    return why_not_keep(Answers(trouble=touched.note))
