"""A wish is joined, qualified, heard, recommended, approved, answered and planned, each step as its own person."""

import re

from playwright.sync_api import expect

from tests.stories import after_yes, casework, meetingwork, planwork
from tests.stories.conftest import Takt, Visitor
from tests.stories.home_care import CONDITIONS, MANAGER, QUESTIONS, TITLE, TROUBLE, WHY_YES


def test_a_wish_becomes_a_part_of_the_plan(takt: Takt, visitor: Visitor) -> None:
    takt.let_in(MANAGER)
    number = ask(visitor)
    qualify(visitor, number)
    score(visitor, number)
    hear(visitor, number)
    send_on(visitor, number)
    recommend(visitor)
    approve(visitor)
    visitor.sign_in_as("Nadia Krogh")
    planwork.begin_plan(visitor)  # it is computed while people read their answers
    after_yes.read_answers(visitor, number)
    after_yes.follow_conditions(visitor, number)
    after_yes.stand_in_plan(visitor, number)
    after_yes.read_trail(visitor, number)
    assert "ubrudt" in takt.run("verify-ledger")


def ask(visitor: Visitor) -> str:
    visitor.sign_in_as("Anna Holm")
    number = casework.write_wish(visitor, TITLE, TROUBLE)
    casework.join(visitor, "Fatma Yildiz", TITLE, "Det samme spørger man om hos os.")
    casework.join(visitor, "Jonas Bech", TITLE, "Vi har fået spørgsmålet fra tre projekter.")
    visitor.axe()
    return number


def qualify(visitor: Visitor, number: str) -> None:
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto("/opgaver/")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    visitor.axe()
    casework.take_up(visitor, number)
    casework.estimate(visitor, ("500.000", "600.000", "900.000"))
    casework.touch_unit(visitor, "Hjemmeplejen Vest", "20")
    casework.touch_unit(visitor, "Borgerservice", "6")
    casework.give_days(visitor)
    casework.weigh_options(visitor)
    casework.describe_risk(visitor)
    casework.answer_screening(visitor, yes=("personoplysninger", "borgerne løsningen direkte"))
    casework.count_citizens(visitor)
    casework.serve_goal(visitor)
    casework.ask_benefit_owner(visitor, "Vibeke Storm")
    visitor.axe()

    visitor.sign_in_as("Vibeke Storm")
    visitor.goto("/opgaver/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="Ja, jeg står for gevinsten").click()
    casework.done(visitor, "gevinstejer")


def score(visitor: Visitor, number: str) -> None:
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto(f"/sag/{number}/kvalificering/")
    page.get_by_role("link", name="Bed om bedømmelse").click()
    visitor.axe()
    casework.ask_assessors(visitor, "Fatma Yildiz", "Helle Ravn", "Erik Dam")
    casework.assess(visitor, "Fatma Yildiz", TITLE, feasibility=2)
    casework.assess(visitor, "Helle Ravn", TITLE, feasibility=5)
    casework.assess(visitor, "Erik Dam", TITLE, feasibility=4)
    page.get_by_label(re.compile("Hvad er I nået frem til?")).fill(casework.SETTLED)
    page.get_by_role("button", name="Gem afklaring").click()
    expect(page.get_by_role("heading", name="Uenigheden er afklaret")).to_be_visible()
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto(f"/sag/{number}/bedoemmelse/")
    page.get_by_role("button", name=re.compile("Brug bedømmelsens")).click()
    expect(page.get_by_role("heading", name="Pointene er regnet af bedømmelsen")).to_be_visible()


def hear(visitor: Visitor, number: str) -> None:
    page = visitor.page
    visitor.goto(f"/sag/{number}/")
    page.get_by_role("link", name="Spørg enhederne").click()
    page.get_by_label("Hvad vil I vide?").fill(QUESTIONS)
    page.get_by_role("button", name="Send høringen").click()
    casework.done(visitor, "2 enheder er spurgt")
    visitor.sign_in_as("Vibeke Storm")
    answer_hearing(visitor, "støtter", "Hjemmeplejen Vest")
    visitor.sign_in_with_password(MANAGER)
    answer_hearing(visitor, "støtter med bemærkninger", "Borgerservice")
    visitor.axe()


def answer_hearing(visitor: Visitor, stance: str, unit: str) -> None:
    page = visitor.page
    visitor.goto("/opgaver/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_text(stance, exact=True).click()
    page.get_by_label("Svar og bemærkninger").fill(
        "Gerne efter sommerferien, og med oplæring i arbejdstiden."
    )
    page.get_by_role("button", name="Send svaret").click()
    casework.done(visitor, f"Svaret fra {unit} følger nu sagen")


def send_on(visitor: Visitor, number: str) -> None:
    visitor.sign_in_as("Nadia Krogh")
    casework.declare_ready(visitor, number)
    visitor.axe()


def recommend(visitor: Visitor) -> None:
    page = visitor.page
    meeting = meetingwork.call_meeting(visitor, "teknologiraadet", TITLE)
    meetingwork.enter_room(page)
    meetingwork.treat(page, TITLE)
    meetingwork.write_outcome(page, "recommended_with_conditions", WHY_YES)
    meetingwork.write_conditions(page, CONDITIONS)
    meetingwork.record(page, "Anbefales med betingelser.", CONDITIONS[0].text, CONDITIONS[1].text)
    visitor.axe()
    meetingwork.close_meeting(page)
    visitor.axe()
    visitor.sign_in_as("Troels Friis")
    meetingwork.approve_minutes(visitor, meeting)
    visitor.axe()


def approve(visitor: Visitor) -> None:
    """The board has no secretary: its chair does it all."""
    page = visitor.page
    visitor.sign_in_as("Birgit Lund")
    meeting = meetingwork.call_meeting(visitor, "direktionen", TITLE)
    meetingwork.enter_room(page)
    meetingwork.treat(page, TITLE)
    expect(page.locator(".lede")).to_contain_text(f"Teknologirådet anbefaler sagen: {WHY_YES}")
    expect(page.locator(".lede")).to_contain_text(CONDITIONS[0].text.rstrip("."))
    visitor.axe()
    meetingwork.write_outcome(page, "approved", WHY_YES)
    meetingwork.record(page, "Godkendt.")
    meetingwork.close_meeting(page)
    meetingwork.approve_minutes(visitor, meeting)
