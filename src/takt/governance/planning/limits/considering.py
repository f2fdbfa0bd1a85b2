"""What a proposal would do: its mistakes, what changes row by row, what of the newest plan breaks. Nothing is kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from takt.governance.planning.limits.broken import broken_under
from takt.governance.planning.limits.cells import written
from takt.governance.planning.limits.differences import Difference, differences
from takt.governance.planning.limits.overcommitted import Overcommitted, overcommitted
from takt.governance.planning.limits.queries import edition_of, names_now
from takt.governance.planning.limits.reading import Mistake, Written, read_sections
from takt.governance.planning.limits.rules import Proposal
from takt.governance.planning.limits.sections import SECTION, Content, part_of
from takt.governance.planning.limits.standing import content_now
from takt.governance.planning.models import LimitKind


@dataclass(frozen=True, slots=True)
class Considered:
    proposals: Sequence[Proposal]
    """Only of limits that would change."""
    mistakes: Sequence[Mistake]
    differences: Sequence[Difference] = ()
    broken: Sequence[Mapping[str, Any]] = ()
    overcommitted: Sequence[Overcommitted] = ()
    """Where the proposed frames of the committees exceed that of the municipality."""
    fingerprint: str = ""
    """Of what would be kept and of what it would replace: whoever has seen it has seen all of it."""
    rows: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    """What was proposed, as it is written: to be sent again when the person says yes."""


def consider(
    proposed: Mapping[str, Sequence[Written]],
    years: Sequence[int],
    *,
    editions: Mapping[LimitKind, int] | None = None,
) -> Considered:
    """``editions``: the versions that the person saw; those of now when nobody has seen any."""
    standing = content_now()
    content, mistakes = read_sections(proposed, years, names_now(), standing)
    if mistakes:
        return Considered((), mistakes)
    limits = dict.fromkeys(SECTION[key].limit for key in content)
    proposals, found = [], []
    for limit in limits:
        part = part_of(content, limit)
        if here := differences(part_of(standing, limit), part):
            seen = edition_of(limit) if editions is None else editions.get(limit, 0)
            proposals.append(Proposal(limit, part, seen))
            found.extend(here)
    changed = {key: rows for proposal in proposals for key, rows in proposal.content.items()}
    return Considered(
        proposals=proposals,
        mistakes=(),
        differences=found,
        broken=broken_under({**standing, **changed}, standing) if proposals else (),
        overcommitted=overcommitted({**standing, **changed}) if "frames" in changed else (),
        fingerprint=_fingerprint(proposals),
        rows=as_written(changed, years),
    )


def as_written(content: Content, years: Sequence[int]) -> dict[str, list[dict[str, str]]]:
    """Rows as a person would write them, ready to be read again."""
    return {
        key: [
            {column.key: written(row.get(column.key), column) for column in SECTION[key].columns_for(years)}
            for row in rows
        ]
        for key, rows in content.items()
    }


def _fingerprint(proposals: Sequence[Proposal]) -> str:
    told = [[str(one.limit), one.edition, one.content] for one in proposals]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
