"""The process on one page: the stages of an initiative and the moves that are permitted between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    DRAFT = "draft", _("Kladde")
    SUBMITTED = "submitted", _("Modtaget")
    CLARIFYING = "clarifying", _("Kvalificeres")
    RECOMMENDED = "recommended", _("Indstillet")
    APPROVED = "approved", _("Besluttet")
    REALISING = "realising", _("I gang")
    IN_USE = "in_use", _("I drift")
    CLOSED = "closed", _("Afsluttet")
    POSTPONED = "postponed", _("Udskudt")
    DECLINED = "declined", _("Ikke valgt")
    WITHDRAWN = "withdrawn", _("Trukket tilbage")
    MERGED = "merged", _("Samlet i en anden")


# a body that may decide a case decides it straight from clarifying; only a new fact brings a decided one back
MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.DRAFT: frozenset({Stage.SUBMITTED, Stage.WITHDRAWN}),
    Stage.SUBMITTED: frozenset({Stage.CLARIFYING, Stage.DECLINED, Stage.WITHDRAWN, Stage.MERGED}),
    Stage.CLARIFYING: frozenset(
        {
            Stage.RECOMMENDED,
            Stage.APPROVED,
            Stage.POSTPONED,
            Stage.DECLINED,
            Stage.WITHDRAWN,
            Stage.MERGED,
        }
    ),
    Stage.RECOMMENDED: frozenset({Stage.APPROVED, Stage.CLARIFYING, Stage.POSTPONED, Stage.DECLINED}),
    Stage.APPROVED: frozenset({Stage.REALISING, Stage.CLARIFYING, Stage.POSTPONED, Stage.DECLINED}),
    Stage.REALISING: frozenset({Stage.IN_USE, Stage.POSTPONED, Stage.CLOSED}),
    Stage.IN_USE: frozenset({Stage.CLOSED}),
    Stage.POSTPONED: frozenset({Stage.CLARIFYING, Stage.RECOMMENDED, Stage.DECLINED, Stage.WITHDRAWN}),
    Stage.CLOSED: frozenset(),
    Stage.DECLINED: frozenset({Stage.CLARIFYING}),
    Stage.WITHDRAWN: frozenset(),
    Stage.MERGED: frozenset(),
}

IN_THE_PLAN = (Stage.CLARIFYING, Stage.RECOMMENDED, Stage.APPROVED, Stage.REALISING)
"""Stages whose initiatives the planner places, once they are estimated."""

TRACK = (
    ("wish", _("Ønske"), (Stage.DRAFT, Stage.SUBMITTED)),
    ("clarify", _("Kvalificering"), (Stage.CLARIFYING, Stage.POSTPONED)),
    ("recommend", _("Indstilling"), (Stage.RECOMMENDED,)),
    ("decide", _("Beslutning"), (Stage.APPROVED,)),
    ("realise", _("Gennemførelse"), (Stage.REALISING,)),
    ("benefit", _("Gevinst"), (Stage.IN_USE, Stage.CLOSED)),
)
"""The journey as people see it: key, heading and the stages that lie in it."""
