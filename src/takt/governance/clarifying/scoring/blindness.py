"""Who sees what of a round. Nobody sees the others' scores before all have answered, or the round was closed. Pure."""

from collections.abc import Sequence

from takt.governance.clarifying.scoring.models import Assessor, Round


def waiting(assessors: Sequence[Assessor]) -> list[Assessor]:
    """Those who have not answered."""
    return [one for one in assessors if one.answered_at is None]


def is_finished(one: Round, assessors: Sequence[Assessor]) -> bool:
    """Nobody is waited for: all have answered, or the round is closed."""
    return one.closed_at is not None or (one.revealed_at is not None and not waiting(assessors))


def is_open_to_all(answer: Assessor, one: Round, assessors: Sequence[Assessor]) -> bool:
    """Whether an answer is seen by others, and so can no longer be changed.

    What was given before the round was opened is seen from then on; what somebody asked later says is seen when
    nobody is waited for any more.
    """
    if answer.answered_at is None:
        return False
    return is_finished(one, assessors) or (one.revealed_at is not None and not answer.is_late)


def shown_to(reader_pk: int | None, one: Round, assessors: Sequence[Assessor]) -> list[Assessor]:
    """Whose scores this reader sees. One who has yet to answer sees nobody's."""
    still_asked = any(answer.person_id == reader_pk for answer in waiting(assessors))
    if still_asked and one.closed_at is None:
        return []
    return [answer for answer in assessors if is_open_to_all(answer, one, assessors)]
