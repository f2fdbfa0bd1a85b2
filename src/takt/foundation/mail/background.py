"""What the worker does with a letter: send it, or come back later when the mail server does not take it.

At least once: a worker that dies after sending, but before it is written down, has its letter sent again.
"""

from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from takt.foundation.jobs.commands import Claim, handles, request_job
from takt.foundation.jobs.models import State
from takt.foundation.mail.commands import SEND
from takt.foundation.mail.models import Letter

MOST_ATTEMPTS = 8
FIRST_WAIT = timedelta(minutes=1)
"""Doubled at every attempt: a server that is away for two hours loses nothing."""


@handles(SEND)
def send_letter(claim: Claim) -> None:
    """A letter to someone who has asked to be forgotten is gone; then there is nothing to send."""
    letter = Letter.objects.select_related("person").filter(pk=claim.payload["letter"], sent_at=None).first()
    if letter is not None:
        letter.attempts += 1
        try:
            message_of(letter).send()
        except (SMTPException, OSError) as error:
            letter.error = str(error)[:300]
        else:
            letter.error, letter.sent_at = "", timezone.now()
    with transaction.atomic():
        claim.end(State.DONE, at=timezone.now())
        if letter is not None:
            letter.save(update_fields=["attempts", "error", "sent_at"])
            _try_again(letter)


def _try_again(letter: Letter) -> None:
    if letter.sent_at is not None or letter.attempts >= MOST_ATTEMPTS:
        return
    at = timezone.now()
    wait: timedelta = FIRST_WAIT * 2 ** (letter.attempts - 1)
    request_job(SEND, {"letter": letter.pk}, by=None, at=at, not_before=at + wait)


def message_of(letter: Letter) -> EmailMessage:
    """Plain text in the person's language, with the whole address of the page it is about."""
    with override(letter.person.language):
        body = render_to_string(
            "mail/letter.txt",
            {
                "letter": letter,
                "address": settings.BASE_URL + letter.link if letter.link else "",
                "municipality": settings.MUNICIPALITY,
            },
        )
    return EmailMessage(
        letter.subject,
        body,
        settings.DEFAULT_FROM_EMAIL,
        [letter.person.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
