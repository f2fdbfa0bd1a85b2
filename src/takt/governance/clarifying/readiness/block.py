"""What a case shows of the readiness of the units that must receive it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person, Unit
from takt.foundation.refusals import Refusal
from takt.governance.clarifying.readiness import rules
from takt.governance.clarifying.readiness.models import Inquiry, Readiness
from takt.governance.clarifying.readiness.queries import inquiries_of
from takt.governance.clarifying.readiness.questions import QUESTIONS
from takt.governance.flow.models import Initiative

ANSWER_WITHIN = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer in words; ``answer`` None: there is none."""

    inquiry: Inquiry
    answers: Sequence[tuple[str, int]]
    """Name of the question, and 1 to 5."""
    lowers: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class ReadinessBlock:
    finding: str
    counts: str
    """How many have been asked and have answered; empty while nobody has been asked."""
    rows: Sequence[ShownAnswer]
    to_ask: Sequence[Unit]
    why_not_ask: Refusal | None
    due_date: date


def block_of(initiative: Initiative, *, reader: Person) -> ReadinessBlock:
    today = timezone.localdate()
    inquiries = list(inquiries_of(initiative))
    asked = {inquiry.unit_id for inquiry in inquiries}
    to_ask = [impact.unit for impact in initiative.impacts.all() if impact.unit_id not in asked]
    return ReadinessBlock(
        finding(inquiries),
        counts(inquiries),
        [_shown(inquiry, today) for inquiry in inquiries],
        to_ask,
        rules.why_not_ask(initiative, to_ask, reader),
        today + ANSWER_WITHIN,
    )


def finding(inquiries: Sequence[Inquiry]) -> str:
    if not inquiries:
        return _("Ingen har spurgt enhederne endnu")
    silent = sum(inquiry.answer is None for inquiry in inquiries)
    pressed = sum(inquiry.answer is not None and inquiry.answer.percent > 0 for inquiry in inquiries)
    if pressed:
        return ngettext("Én enhed er presset", "%(count)s enheder er pressede", pressed) % {
            "count": _capital(pressed)
        }
    if silent:
        return ngettext("Vi har ikke svar fra én enhed", "Vi har ikke svar fra %(count)s enheder", silent) % {
            "count": wording.count(silent, language())
        }
    return _("Enhederne er klar")


def counts(inquiries: Sequence[Inquiry]) -> str:
    """“To enheder er spurgt, én har svaret.”"""
    if not inquiries:
        return ""
    asked, answered = len(inquiries), sum(inquiry.answer is not None for inquiry in inquiries)
    return _("%(asked)s, %(answered)s.") % {
        "asked": ngettext("Én enhed er spurgt", "%(count)s enheder er spurgt", asked)
        % {"count": _capital(asked)},
        "answered": ngettext("én har svaret", "%(count)s har svaret", answered)
        % {"count": wording.count(answered, language()) if answered else _("ingen")},
    }


def named_answers(answer: Readiness) -> list[tuple[str, int]]:
    return [(str(asked.name), value) for asked, value in zip(QUESTIONS, answer.answers, strict=True)]


def lowers_in_words(answer: Readiness) -> str:
    """“Loftet sænkes 20 % november 2026–maj 2027”, or that it stands."""
    first, latest = (Month(day.year, day.month) for day in (answer.first_month, answer.latest_month))
    when = wording.month_range(first, latest, language())
    if not answer.percent:
        return _("Loftet er uændret")
    return _("Loftet sænkes %(percent)d %% %(when)s") % {"percent": answer.percent, "when": when}


def _capital(count: int) -> str:
    words = wording.count(count, language())
    return words[:1].upper() + words[1:]


def _shown(inquiry: Inquiry, today: date) -> ShownAnswer:
    answer = inquiry.answer
    return ShownAnswer(
        inquiry,
        named_answers(answer) if answer else [],
        lowers_in_words(answer) if answer else "",
        answer is None and inquiry.due_date < today,
    )
