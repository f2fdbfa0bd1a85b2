"""What stands around every paper: title, page numbers, and the hash that ties it to the ledger."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from takt.calculation.wording import Language
from takt.foundation.ledger.models import Event
from takt.interfaces.papers.rendering import Block, Document


def framed(
    title: str,
    blocks: Iterable[Block],
    *,
    publisher: str,
    language: Language,
    written: date,
    ledger: tuple[int, str] | None,
    is_one_page: bool = False,
) -> Document:
    """``ledger``: number and hash of the newest event. In the language that is active."""
    evidence = ""
    if ledger:
        evidence = _("Sporets nyeste hændelse %(number)s: %(hash)s") % {
            "number": ledger[0],
            "hash": ledger[1],
        }
    return Document(
        title=title,
        publisher=publisher,
        language=language,
        written=written,
        running_foot=title,
        evidence=evidence,
        page_words=(pgettext("sidetal", "Side"), pgettext("sidetal", "af")),
        blocks=tuple(blocks),
        is_one_page=is_one_page,
    )


def newest_event() -> tuple[int, str] | None:
    """Number and hash; None in an empty ledger."""
    return Event.objects.order_by("-number").values_list("number", "hash").first()
