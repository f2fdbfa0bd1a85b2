"""May this person bring wishes in from a workbook, and if not, why? No queries, no clock."""

from datetime import datetime
from http import HTTPStatus

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.rules import why_not_bring
from takt.interfaces.exchange.models import Upload
from takt.interfaces.exchange.workbook.hostile import MOST_BYTES

FORM_BYTES = 100_000
"""What the form around the file may take."""


def why_not_receive(length: int) -> Refusal | None:
    """``length`` of the request in bytes, known before any of it is read."""
    if length <= MOST_BYTES + FORM_BYTES:
        return None
    return Refusal(
        _("Filen fylder %(size)d MB. Vi tager højst imod %(most)d MB.")
        % {"size": length // 1_000_000, "most": MOST_BYTES // 1_000_000},
        _("Slet billeder og ark, der ikke hører til skabelonen, eller del ønskerne i flere filer."),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    )


def why_not_take_in(upload: Upload | None, by: Person, at: datetime) -> Refusal | None:
    """``upload`` None: it is no longer kept."""
    if refusal := why_not_bring(by):
        return refusal
    if upload is None or upload.is_too_old(at):
        return Refusal(
            _("Filen ligger her ikke længere. Den er læst ind, fortrudt eller mere end et døgn gammel."),
            _("Se efter på listen, om ønskerne er der. Vælg ellers filen igen."),
            HTTPStatus.GONE,
        )
    if upload.sent_by_id != by.pk:
        return not_yours(
            _("Filen er sendt ind af en anden."),
            _("Bed vedkommende om at læse den ind, eller send den selv."),
        )
    return None


def why_not_agreed(now: str, agreed: str) -> Refusal | None:
    """``agreed``: the fingerprint of what the person saw; ``now``: of what would happen."""
    if now == agreed:
        return None
    return Refusal(
        _("Listen er ændret, siden du så den. Der er kommet ønsker til, som også står i filen."),
        _("Se igen, hvad der vil ske, før du siger ja."),
    )


def why_not_empty(new: int) -> Refusal | None:
    if new:
        return None
    return Refusal(_("Alle ønsker i filen findes i forvejen. Der er intet at læse ind."))
