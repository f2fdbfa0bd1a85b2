"""What follows from the answers. Pure."""

from collections.abc import Mapping

from takt.governance.clarifying.screening.catalogue import BY_KEY, CITIZENS, DUTIES, QUESTIONS
from takt.governance.clarifying.screening.models import AnswerValue


def is_asked(question: str, answers: Mapping[str, str]) -> bool:
    """A follow-up is asked while the answer it hangs on is yes."""
    above = BY_KEY[question].only_if
    return not above or answers.get(above) == AnswerValue.YES


def is_yes(question: str, answers: Mapping[str, str]) -> bool:
    return is_asked(question, answers) and answers.get(question) == AnswerValue.YES


def required(answers: Mapping[str, str]) -> list[str]:
    """The keys of the assessments that the answers require, in the order of the catalogue."""
    return [duty.key for duty in DUTIES if any(is_yes(question, answers) for question in duty.any_of)]


def open_questions(answers: Mapping[str, str]) -> list[str]:
    """Asked, but without an answer, or nobody knows yet."""
    settled = {AnswerValue.YES, AnswerValue.NO}
    return [
        one.key for one in QUESTIONS if is_asked(one.key, answers) and answers.get(one.key) not in settled
    ]


def meets_citizens(answers: Mapping[str, str]) -> bool | None:
    """None: nobody has said yet."""
    return {AnswerValue.YES.value: True, AnswerValue.NO.value: False}.get(answers.get(CITIZENS, ""))
