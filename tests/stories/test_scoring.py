"""A case is assessed by three who cannot see each other, one disagreement is settled, and the points are used."""

import re

from playwright.sync_api import expect

from tests.stories.conftest import Visitor

NUMBER = "2026-020"
WHY = "Fire fagsystemer skal integreres, før det virker."
SETTLED = "Vi starter uden integration. Den kræves først ved udrulning til flere."


def take_and_ask(visitor: Visitor) -> None:
    """Nadia asks two from the network and the economist."""
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto(f"/sag/{NUMBER}/bedoemmelse/")
    for place, name in enumerate(("Fatma Yildiz", "Helle Ravn", "Erik Dam"), start=1):
        visitor.page.get_by_label(f"Bedømmer {place}").fill(name)
    visitor.axe()
    visitor.page.get_by_role("button", name="Bed om bedømmelse").click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("0 af 3 har bedømt sagen")


def assess(visitor: Visitor, name: str, feasibility: int) -> None:
    visitor.sign_in_as(name)
    visitor.goto("/opgaver/")
    visitor.page.locator(f"a[href*='/{NUMBER}/bedoemmelse/']").first.click()
    rows = visitor.page.locator("fieldset.assess-row")
    for index in range(rows.count()):
        row = rows.nth(index)
        row.get_by_text(str(feasibility if index == 3 else 4), exact=True).click()
        row.get_by_label(re.compile("Hvad bygger tallet på?")).fill(WHY)
    visitor.page.get_by_role("button", name="Gem min bedømmelse").click()
    expect(visitor.page.get_by_text("Din bedømmelse er gemt")).to_be_visible()


def test_three_assess_and_one_disagreement_is_settled(visitor: Visitor) -> None:
    take_and_ask(visitor)
    assess(visitor, "Fatma Yildiz", 2)
    assess(visitor, "Helle Ravn", 5)
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto(f"/sag/{NUMBER}/bedoemmelse/")
    expect(
        visitor.page.get_by_role("heading", name="Svarene er lukkede, til alle har svaret")
    ).to_be_visible()
    expect(visitor.page.get_by_text(WHY)).to_have_count(0)
    assess(visitor, "Erik Dam", 4)
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Enige om fire af fem")
    visitor.axe()
    visitor.page.get_by_label(re.compile("Hvad er I nået frem til?")).fill(SETTLED)
    visitor.page.get_by_role("button", name="Gem afklaring").click()
    expect(visitor.page.get_by_role("heading", name="Uenigheden er afklaret")).to_be_visible()
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto(f"/sag/{NUMBER}/bedoemmelse/")
    visitor.page.get_by_role("button", name=re.compile("Brug bedømmelsens")).click()
    expect(visitor.page.get_by_role("heading", name="Pointene er regnet af bedømmelsen")).to_be_visible()
    visitor.goto(f"/sag/{NUMBER}/")
    visitor.page.locator("#bedoemmelse").click()
    expect(visitor.page.get_by_text(SETTLED)).to_be_visible()
    visitor.axe()


def test_criteria_and_readiness_are_read_without_findings(visitor: Visitor) -> None:
    visitor.sign_in_as("Vibeke Storm")
    for path in ("/styring/bedoemmelse/", "/styring/bedoemmelse/teknologiraadet/", "/parathed/"):
        visitor.goto(path)
        visitor.axe()
    visitor.page.get_by_role("link", name="Hjemmeplejen Vest").first.click()
    expect(visitor.page.get_by_role("button", name="Gem svaret")).to_be_visible()
    visitor.axe()
