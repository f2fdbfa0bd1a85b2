"""The letter that carries an answer to the wisher and to everybody behind the wish."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person
from takt.governance.asking.telling import spoken_day, tell_followers
from takt.governance.clarifying.models import Reply, ReplyKind

SUBJECTS = {
    ReplyKind.TAKEN_UP: _("Ønske %(number)s er taget op"),
    ReplyKind.POSTPONED: _("Ønske %(number)s er udskudt til %(day)s"),
    ReplyKind.DECLINED: _("Ønske %(number)s er ikke valgt"),
    ReplyKind.MERGED: _("Ønske %(number)s er samlet i en anden sag"),
    ReplyKind.REOPENED: _("Ønske %(number)s er taget op igen"),
    ReplyKind.RECOMMENDED: _("%(body)s anbefaler ønske %(number)s"),
    ReplyKind.APPROVED: _("%(body)s har sagt ja til ønske %(number)s"),
    ReplyKind.RETURNED: _("%(body)s har spørgsmål til ønske %(number)s"),
}
TEXT = _("Ønsket “%(title)s” har fået et svar. Begrundelsen er:\n\n%(reason)s")


def tell_of_answer(reply: Reply, *, by: Person | None, at: datetime) -> None:
    tell_followers(
        reply.initiative,
        subject=SUBJECTS.get(ReplyKind(reply.kind), _("Svar på ønske %(number)s")),
        text=TEXT,
        values={"reason": reply.reason, "day": spoken_day(reply.reopen_date), "body": reply.body_name},
        by=by,
        at=at,
    )
