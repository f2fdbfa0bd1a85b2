"""The minutes of a meeting as one canonical text, which can be hashed and compared."""

import json
from hashlib import sha256
from typing import Any

from takt.governance.deciding.meetings.models import AgendaItem, Meeting, Outcome
from takt.governance.deciding.meetings.queries import attendance_of, items_of


def content_of(meeting: Meeting) -> str:
    """JSON with sorted keys: the same minutes always give the same bytes."""
    content = {
        "meeting": str(meeting),
        "body": meeting.body.name,
        "model_version": meeting.body.version.number,
        "starts_at": meeting.starts_at.isoformat(),
        "opened_at": meeting.opened_at.isoformat() if meeting.opened_at else None,
        "closed_at": meeting.closed_at.isoformat() if meeting.closed_at else None,
        "is_written": meeting.is_written,
        "attendance": [
            {"person": _pseudonym(one.person), "role": one.role, "is_present": one.is_present}
            for one in attendance_of(meeting)
        ],
        "items": [_item(item) for item in items_of(meeting)],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(content: str) -> str:
    return sha256(content.encode()).hexdigest()


def _item(item: AgendaItem) -> dict[str, Any]:
    outcome = getattr(item, "outcome", None)
    return {
        "position": item.position,
        "title": item.title,
        "case": item.initiative.number if item.initiative else None,
        "kind": item.kind,
        "is_closed": item.is_closed,
        "notes": item.notes,
        "recused": [_pseudonym(one.person) for one in item.recusals.all()],
        "votes": [
            {"person": _pseudonym(one.person), "choice": one.choice, "comment": one.comment}
            for one in item.votes.all()
        ],
        "outcome": _outcome(outcome) if outcome else None,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    override = getattr(outcome, "override", None)
    return {
        "kind": outcome.kind,
        "reason": outcome.reason,
        "answer": outcome.answer,
        "until_date": outcome.until_date.isoformat() if outcome.until_date else None,
        "questions": outcome.questions,
        "conditions": [
            {
                "text": one.text,
                "owner": _pseudonym(one.owner) if one.owner else str(one.owner_unit or ""),
                "due_date": one.due_date.isoformat(),
                "proof_wanted": one.proof_wanted,
            }
            for one in outcome.conditions.all()
        ],
        "override": {"breaches": override.breaches, "reason": override.reason} if override else None,
    }


def _pseudonym(person: Any) -> str | None:
    return str(person.pseudonym) if person else None
