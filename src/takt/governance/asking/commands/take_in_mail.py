"""Make a wish of an e-mail, with those of its files that may lie on a case."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.foundation.design.templatetags.takt import day
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import mail_rules
from takt.governance.asking.behalf import Behalf
from takt.governance.asking.commands.attach_file import attach_file
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.mail_files import sorted_files
from takt.governance.asking.mail_reading import Mail, read_mail
from takt.governance.asking.models import ReceivedMail, Wish
from takt.governance.asking.rules import Answers


@transaction.atomic
def take_in_mail(
    kept: ReceivedMail, answers: Answers, *, behalf: Behalf | None, by: Person, at: datetime
) -> Wish:
    """``answers``: the words as they stood on the page, perhaps put right. ``behalf``: whose wish it becomes.

    A sender whom Takt does not know gets no letters; whoever takes the e-mail in answers for the wish.
    """
    row = ReceivedMail.objects.select_for_update(no_key=True).filter(pk=kept.pk).first()
    refuse_if(mail_rules.why_not_take_in(row, by, at))
    assert row is not None  # noqa: S101 - the rule has said so
    mail = read_mail(bytes(row.data))
    wish = submit_wish(answers, behalf=behalf, by=by, at=at)
    wish.source = source_of(mail)
    wish.save(update_fields=["source"])
    taken, _left = sorted_files(mail)
    for name, data in taken:
        attach_file(wish.initiative, name, data, by=by, at=at)
    record("wish.taken_from_mail", about=wish.initiative, by=by, at=at, sha256=row.sha256, files=len(taken))
    row.delete()
    return wish


def source_of(mail: Mail) -> str:
    """In the municipality's language: it is kept, and read by others."""
    with override(settings.LANGUAGE_CODE):
        if mail.sent_at is None:
            said = _("E-mail fra %(who)s") % {"who": mail.sender}
        else:
            said = _("E-mail fra %(who)s den %(day)s") % {"who": mail.sender, "day": day(mail.sent_at)}
    return said[:200]
