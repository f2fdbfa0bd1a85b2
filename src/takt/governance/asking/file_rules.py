"""May this document be put on a case or taken off it, and if not, why not? No queries, no clock."""

from http import HTTPStatus

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.filetypes import kind_of
from takt.governance.asking.models import Attachment, Wish
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

MOST_BYTES = 10_000_000
MOST_FILES = 10
MOST_BYTES_AT_ONCE = 30_000_000
FORM_BYTES = 100_000
"""What the form around the files may take."""
NETWORK = (Role.NETWORK_MEMBER, Role.COORDINATOR)
OVER = {Stage.CLOSED, Stage.DECLINED, Stage.WITHDRAWN, Stage.MERGED}


def why_not_receive(length: int, most: int = MOST_BYTES_AT_ONCE) -> Refusal | None:
    """``length`` of the request in bytes, known before any of it is read."""
    if length <= most + FORM_BYTES:
        return None
    return Refusal(
        _("Filerne fylder %(size)d MB. Vi tager højst imod %(most)d MB ad gangen.")
        % {"size": length // 1_000_000, "most": most // 1_000_000},
        _("Send færre filer ad gangen, eller gør billederne mindre."),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    )


def why_not_attach(initiative: Initiative, wish: Wish | None, by: Person) -> Refusal | None:
    """The wisher and the network add documents; a draft is its writer's own."""
    is_own = wish is not None and wish.wished_by_id == by.pk
    if not by.is_active or not (is_own or (initiative.stage != Stage.DRAFT and by.holds(*NETWORK))):
        return not_yours(
            _("Kun ønskeren og de, der kvalificerer ønsker, lægger bilag på sagen."),
            _("Send filen til en af dem, hvis den bør med."),
        )
    if initiative.stage in OVER:
        return Refusal(
            _("Sagen er på trinnet “%(stage)s”, så der kan ikke lægges flere bilag på.")
            % {"stage": initiative.get_stage_display()},
            _("Bed digitaliseringskonsulenten om at tage sagen op igen først."),
        )
    return None


def why_not_keep_file(name: str, data: bytes, *, already: int) -> Refusal | None:
    """``already``: how many documents the case has."""
    if already >= MOST_FILES:
        return Refusal(
            _("Sagen har %(most)d bilag, og flere kan der ikke være.") % {"most": MOST_FILES},
            _("Fjern et bilag, eller saml flere i ét dokument."),
        )
    if not name or not data:
        return Refusal(_("Filen er tom eller har ikke noget navn."), _("Vælg den igen."))
    if len(data) > MOST_BYTES:
        return Refusal(
            _("“%(name)s” fylder %(size)s MB. Et bilag må højst fylde %(most)d MB.")
            % {
                "name": name,
                "size": wording.number(len(data) / 1_000_000, 1, "da"),
                "most": MOST_BYTES // 1_000_000,
            },
            _("Gør billederne mindre, eller del dokumentet."),
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        )
    if kind_of(name, data) is None:
        return Refusal(
            _("“%(name)s” er ikke en fil, vi kan tage imod.") % {"name": name},
            _(
                "Et bilag er PDF, billede (png eller jpg), Word (docx), Excel (xlsx) eller ren tekst i UTF-8 (txt)"
                " uden makroer, og navnets endelse skal passe til indholdet."
            ),
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        )
    return None


def why_not_find(attachment: Attachment, *, is_there: bool) -> Refusal | None:
    """``is_there``: whether this host has the file that the row names."""
    if is_there:
        return None
    return Refusal(
        _("“%(name)s” står på sagen, men filen ligger ikke på denne server.") % {"name": attachment.name},
        _("Bed driften om at se efter, om mappen med bilag er delt mellem alle servere."),
        HTTPStatus.GONE,
    )


def why_not_remove(attachment: Attachment, by: Person) -> Refusal | None:
    if by.is_active and (attachment.added_by_id == by.pk or by.holds(Role.COORDINATOR)):
        return None
    return not_yours(
        _("Bilaget kan fjernes af den, der har lagt det på, og af digitaliseringskonsulenten."),
        _("Skriv til digitaliseringskonsulenten, hvis det ikke hører til her."),
    )
