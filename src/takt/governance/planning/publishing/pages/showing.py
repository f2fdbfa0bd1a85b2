"""What a plan would change, as both the comparison and the proposal show it."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.scenarios.comparing import Fate
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.moves import MoveRow
from takt.governance.planning.scenarios.asking import outcome_of_plan
from takt.governance.planning.scenarios.pages.result import fate_in_words
from takt.governance.planning.scenarios.side_by_side import Figure, measures

PER_PAGE = 25


def changes(
    moves: Sequence[MoveRow], before: PlanRun | None, after: PlanRun, asked: QueryDict
) -> dict[str, Any]:
    """For ``publishing/changes.html``."""
    rows = [(move, fate_in_words(move.fate, move.months), move.why(language())) for move in moves]
    return {
        "before": before,
        "run": after,
        "finding": finding(moves, before),
        "figures": figures(before, after),
        "page": Paginator(rows, PER_PAGE).get_page(asked.get("side")),
    }


def finding(moves: Sequence[MoveRow], before: PlanRun | None) -> str:
    """“To kommer med, ét ryger ud og fire flytter sig”; of the first plan how many are in it."""
    if before is None:
        return _("Første plan: %(n)s initiativer får plads") % {
            "n": wording.number(len(moves), 0, language())
        }
    parts = (
        (_("kommer med"), (Fate.IN,)),
        (_("ryger ud"), (Fate.OUT,)),
        (_("flytter sig"), (Fate.EARLIER, Fate.LATER)),
    )
    counted = [(sum(move.fate in fates for move in moves), words) for words, fates in parts]
    said = [f"{n} {words}" for n, words in counted if n]
    if not said:
        return _("Ingen initiativer flytter sig")
    return wording.join_list(said, language())


def figures(before: PlanRun | None, after: PlanRun) -> list[tuple[str, Figure | None, Figure]]:
    """Title, in the plan in force, and in this one."""
    now = outcome_of_plan(after)
    was = outcome_of_plan(before) if before else None
    return [
        (
            one.title,
            one.figure(was, None, language()) if was else None,
            one.figure(now, was, language()),
        )
        for one in measures(was or now)
    ]
