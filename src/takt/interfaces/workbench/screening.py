"""Law, citizens and strategies on the workbench: read the forms, and lay out what stands in them."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.foundation.people.models import Person
from takt.governance.clarifying.commands.link_goals import goals_as_they_stand
from takt.governance.clarifying.screening.catalogue import BY_KEY, QUESTIONS, Question
from takt.governance.clarifying.screening.concluding import meets_citizens, open_questions, required
from takt.governance.clarifying.screening.forms import InclusionForm, initial_of, told_again
from takt.governance.clarifying.screening.models import AnswerValue
from takt.governance.clarifying.screening.national import FIRST_GUESS, figures, in_words
from takt.governance.clarifying.screening.on_case import screening_on_case
from takt.governance.clarifying.screening.queries import answers_as_they_stand, inclusion_of, told_in
from takt.governance.clarifying.screening.rules import InclusionTold
from takt.governance.flow.models import Initiative
from takt.interfaces.workbench.seen import written_plain
from takt.registers.law.reading import acts
from takt.registers.strategies.models import Goal

NEW_GOAL = "new"


def read_answers(given: Mapping[str, str]) -> dict[str, str]:
    """By question; one without an answer is left out."""
    answers = {key: given.get(f"answer-{key}", "") for key in BY_KEY}
    return {key: value for key, value in answers.items() if value in AnswerValue.values}


def read_goals(given: Mapping[str, str]) -> dict[str, str]:
    """The sentence by the key of the goal, as typed; a goal whose sentence is emptied is taken away."""
    told = {
        name.removeprefix("sentence-"): words.strip()
        for name, words in given.items()
        if name.startswith("sentence-") and _is_key(name.removeprefix("sentence-"))
    }
    chosen = given.get("goal-new", "")
    if _is_key(chosen):
        told[chosen] = given.get(f"sentence-{NEW_GOAL}", "").strip() or told.get(chosen, "")
    return told


def _is_key(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) < 10


def seen_inclusion(text: str) -> InclusionTold | None:
    """From the hidden field; a strange one counts as having seen nothing."""
    try:
        return told_again(json.loads(text))
    except (ValueError, TypeError, KeyError, ArithmeticError):
        return None


def screening_context(
    initiative: Initiative,
    *,
    reader: Person,
    answered: Mapping[str, str] | None,
    inclusion_form: InclusionForm | None,
    goals: Mapping[str, str] | None,
    spoken: wording.Language,
) -> dict[str, Any]:
    """``answered``, ``inclusion_form`` and ``goals``: what somebody has written and not saved."""
    saved = answers_as_they_stand(initiative)
    answers = saved if answered is None else answered
    inclusion = inclusion_of(initiative)
    told = told_in(inclusion) if inclusion else None
    return {
        "screening": screening_on_case(initiative, reader=reader),
        "question_groups": _groups(answers),
        "answer_values": AnswerValue.choices,
        "seen_answers": written_plain(saved),
        "law_finding": law_finding(saved, spoken),
        "meets_citizens": meets_citizens(saved),
        "inclusion_form": inclusion_form or InclusionForm(initial=initial_of(told, spoken) or _first_guess()),
        "seen_inclusion": json.dumps(asdict(told), default=str) if told else "",
        "inclusion": inclusion,
        "national": [in_words(figure) for figure in figures()],
        **_goals(initiative, goals, spoken),
    }


def _first_guess() -> dict[str, Any]:
    return {"unable_percent": FIRST_GUESS, "source": "Danmarks Statistik 2022 (hele landet)"}


def _groups(answers: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {"theme": theme, "questions": [_question(one, answers) for one in group]}
        for theme, group in groupby(QUESTIONS, key=lambda one: one.theme)
    ]


def _question(question: Question, answers: Mapping[str, str]) -> dict[str, Any]:
    act = acts()[question.basis.act]
    return {
        "key": question.key,
        "text": question.text,
        "why": question.why,
        "act": act,
        "where": question.basis.where,
        "value": answers.get(question.key, ""),
        "is_follow_up": bool(question.only_if),
    }


def law_finding(answers: Mapping[str, str], spoken: wording.Language) -> str:
    if not answers:
        return _("Loven er ikke screenet endnu")
    duties, unanswered = required(answers), open_questions(answers)
    if unanswered:
        words = wording.count(len(unanswered), spoken)
        return ngettext("Ét svar mangler", "%(words)s svar mangler", len(unanswered)) % {
            "words": words[0].upper() + words[1:]
        }
    if not duties:
        return _("Ingen vurderinger kræves")
    words = wording.count(len(duties), spoken)
    return ngettext("Én vurdering kræves", "%(words)s vurderinger kræves", len(duties)) % {
        "words": words[0].upper() + words[1:]
    }


def _goals(
    initiative: Initiative, form: Mapping[str, str] | None, spoken: wording.Language
) -> dict[str, Any]:
    saved = goals_as_they_stand(initiative)
    shown = {str(key): words for key, words in saved.items()} if form is None else form
    goals = {str(goal.pk): goal for goal in Goal.objects.select_related("strategy")}
    finding = ngettext("Bidrager til ét mål", "Bidrager til %(words)s mål", len(saved)) % {
        "words": wording.count(len(saved), spoken)
    }
    return {
        "goal_rows": [
            {"key": key, "goal": goals[key], "sentence": words}
            for key, words in shown.items()
            if key in goals
        ],
        "other_goals": [goal for key, goal in goals.items() if key not in shown],
        "seen_goals": written_plain(saved),
        "goal_finding": finding if saved else _("Ingen mål er valgt endnu"),
    }
