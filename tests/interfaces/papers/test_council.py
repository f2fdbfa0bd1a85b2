"""Planen på én side: the plan to a council, on one A4."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone, translation

from takt.calculation.planner.problem import Month
from takt.foundation.jobs.worker import work_once
from takt.foundation.people.models import Person
from takt.governance.planning.forecasting.background import ask_for_both
from takt.governance.planning.models import PlanRun
from takt.interfaces.papers.council import First, council_page
from takt.interfaces.papers.council_picture import roadmap_picture
from takt.interfaces.papers.council_words import council_paper
from takt.interfaces.papers.rendering import docx_of
from tests.builders import Cast
from tests.governance.planning.scenarios.futures import build_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast: Cast, now: datetime) -> PlanRun:
    run = build_plan(cast, now)
    ask_for_both(run, now)
    return run


def test_it_says_what_is_first_what_waits_and_why(cast: Cast, plan: PlanRun) -> None:
    work_once()
    work_once()
    page = council_page(plan)
    assert [one.title for one in page.first] == ["Ønske 1", "Ønske 2"]
    assert all(one.why for one in page.first)
    assert [title for title, _why in page.waits] == ["Ønske 3"]
    assert page.risks
    assert page.headline.startswith("2 af 3 ønsker får plads")
    client = Client(headers={"accept-language": "da"})
    client.force_login(cast.anna)
    said = client.get(f"/plan/{plan.pk}/byraad/").content.decode()
    for words in ("Det gør vi først, og hvorfor", "Det bærer forandringen", "Ønske 3", "Det kan gå galt"):
        assert words in said
    assert said.count("<svg xmlns") == 1


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_paper_is_one_accessible_page(language: str, cast: Cast, plan: PlanRun) -> None:
    Person.objects.filter(pk=cast.anna.pk).update(language=language)
    client = Client()
    client.force_login(cast.anna)
    answer = client.get(f"/plan/{plan.pk}/byraad.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert len(re.findall(rb"/Type\s*/Page\b", answer.content)) == 1
    assert b"pdfuaid" in answer.content


def test_titles_are_text_and_never_markup() -> None:
    one = First("<b>&\"'</b> " + "meget lang " * 20, "", 0, 2, 5, "")
    drawn = roadmap_picture([one], Month(2027, 1), 48)
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn
    assert drawn.count("<rect") == 2


def test_in_word_a_picture_is_told_in_words(cast: Cast, plan: PlanRun) -> None:
    with translation.override("da"):
        assert docx_of(council_paper(council_page(plan), today=timezone.localdate()))
