"""Hvorfor ikke? and Hvorfor nu?: the answer about one initiative, from the archived question and plan."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.explain import Explanation, Situation, explain_in
from takt.calculation.planner.explain.answer import Verdict
from takt.calculation.planner.explain.sentences import PanelText, WayText, sentences
from takt.calculation.planner.problem import Month
from takt.foundation.design.charts.roadmap import Ghost
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import IN_THE_PLAN, Stage
from takt.governance.planning.closer import Closer, closer_answer, closer_question
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pinning.asking import free_situation


@dataclass(frozen=True, slots=True)
class WhyPanel:
    number: str
    eyebrow: str
    title: str
    headline: str
    exists: bool = True
    reasons: tuple[str, ...] = ()
    limits: tuple[PanelText, ...] = ()
    ways: tuple[WayText, ...] = ()
    ghost: Ghost | None = None
    closer: Closer | None = None
    """What more could be asked."""
    closer_answer: tuple[str, ...] | None = None
    """None: not asked yet."""
    start_months: tuple[Month, ...] = ()
    """In which a start can be tried; none when it is under way."""
    starts_in: Month | None = None


def why_panel(
    run: PlanRun, number: str, language: wording.Language, *, look_closer: bool = False
) -> WhyPanel | None:
    """None when nothing was asked. The first question to a plan reads its archive; later ones are instant.

    To ``look_closer`` takes some seconds.
    """
    if not number:
        return None
    situation = free_situation(run)
    if number not in situation.problem.initiative:
        return _not_in_the_question(run, number)
    why = explain_in(situation, number)
    closer = closer_question(why)
    said = sentences(replace(why, problem=in_the_words_of(why.problem, language)), language)
    return WhyPanel(
        number=number,
        eyebrow=_("Hvorfor ikke?") if why.verdict is Verdict.NOT_PLACED else _("Hvorfor nu?"),
        title=situation.problem.initiative[number].title,
        headline=said.headline,
        reasons=said.reasons,
        limits=said.panel,
        ways=said.ways,
        ghost=_ghost(why),
        closer=closer,
        closer_answer=closer_answer(run, number, closer, language) if look_closer and closer else None,
        start_months=_start_months(situation, number),
        starts_in=None if why.start is None else situation.problem.first_month.plus(why.start),
    )


def _start_months(situation: Situation, number: str) -> tuple[Month, ...]:
    """All that go live within the plan."""
    one = situation.problem.initiative[number]
    if one.fixed_start is not None:
        return ()
    first = situation.problem.first_month
    return tuple(first.plus(start) for start in range(situation.problem.months - one.lead_time))


def _ghost(why: Explanation) -> Ghost | None:
    """From start to go-live, where it nearly fits and where it does."""
    if why.verdict is not Verdict.NOT_PLACED:
        return None
    lead_time = why.problem.initiative[why.id].lead_time
    missed = why.trial.start if why.trial and not why.trial.free else None
    return Ghost(
        missed=None if missed is None else (missed, missed + lead_time),
        free=(why.next_window.start, why.next_window.go_live) if why.next_window else None,
    )


def _not_in_the_question(run: PlanRun, number: str) -> WhyPanel:
    """It was not ready when the plan was asked for; say what it lacked."""
    initiative = Initiative.objects.exclude(stage=Stage.DRAFT).filter(number=number).first()
    if initiative is None:
        words = _("Der er ikke noget ønske med nummeret %(number)s.") % {"number": number}
        return WhyPanel(number, _("Hvorfor ikke?"), number, words, exists=False)
    return WhyPanel(number, _("Hvorfor ikke?"), initiative.title, _what_it_lacked(run, initiative))


def _what_it_lacked(run: PlanRun, initiative: Initiative) -> str:
    if other := run.figures["waiting_for"].get(initiative.number):
        return _("Ønsket kræver %(other)s, som ikke var med i beregningen.") % {"other": other}
    if initiative.number in run.figures["without_estimate"]:
        return _("Ønsket manglede et skøn, da planen blev beregnet.")
    if initiative.stage in IN_THE_PLAN:
        return _("Ønsket er kommet til, efter at planen blev beregnet. Det kommer med i den næste.")
    return _("Ønsket er på trinnet “%(stage)s” og lægges ikke i en plan.") % {
        "stage": Stage(initiative.stage).label
    }
