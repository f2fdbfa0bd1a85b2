"""What the units answered in a hearing, on paper. No answer is said as no answer."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import day
from takt.governance.deciding.hearing.models import Party
from takt.governance.deciding.hearing.queries import Heard
from takt.interfaces.papers.meeting_paper import HearingAnswer
from takt.interfaces.papers.rendering import Block, Paragraph, Table


def hearing_answers(heard: Heard, *, until: datetime | None = None) -> tuple[HearingAnswer, ...]:
    """``until``: the end of the meeting; what a unit said later was not on its table."""
    return tuple(HearingAnswer(str(voice.party.unit), _answer(voice.party, until)) for voice in heard.voices)


def _answer(party: Party, until: datetime | None) -> str:
    if party.answered_at is None:
        return ""
    if until and party.answered_at > until:
        return _("Svarede senest %(day)s, efter mødet") % {"day": day(party.answered_at)}
    said = party.get_stance_display().capitalize()
    if party.is_late:
        said += " " + _("(efter fristen)")
    return f"{said}. {party.text}".strip() if party.text else said


def hearing_blocks(answers: Sequence[HearingAnswer], finding: str = "") -> Iterator[Block]:
    if finding:
        yield Paragraph(f"{finding}.")
    if answers:
        rows = tuple((one.unit, one.answer or _("Ikke besvaret")) for one in answers)
        yield Table("", (_("Enhed"), _("Svar")), rows, widths=(2, 5))
