"""The council recommends with two conditions and the board approves: two meetings, each run by its own people."""

import re

from playwright.sync_api import Page, expect

from tests.stories.conftest import Visitor
from tests.stories.meetingwork import (
    Term,
    approve_minutes,
    close_meeting,
    enter_room,
    record,
    write_conditions,
    write_outcome,
)

CONDITIONS = ("Driften betales af områdets egen gevinst.", "Superbrugere er udpeget i alle enheder.")


def find_case_to(page: Page, kind: str) -> str:
    """Goes to the first item for which this outcome is open, and returns its title."""
    addresses = [link.get_attribute("href") for link in page.locator("nav.agenda a").all()]
    for address in addresses:
        page.goto(re.sub(r"(https?://[^/]+).*", rf"\1{address}", page.url))
        if page.locator(f"#udfald-{kind}:not([disabled])").count() and page.locator("h1 a").count():
            return page.locator("h1").inner_text()
    raise AssertionError(f"no item can be {kind}")


def test_the_council_recommends_with_two_conditions_and_the_board_approves(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto("/moeder/?forum=teknologiraadet")
    visitor.axe()
    page.get_by_role("link", name="Indkald møder i").click()
    visitor.axe()
    page.go_back()
    page.locator(".meeting-list a").first.click()
    visitor.axe()
    meeting = page.url
    enter_room(page)
    title = find_case_to(page, "recommended_with_conditions")
    visitor.axe()
    write_outcome(page, "recommended_with_conditions")
    owner = "Erik Dam (erik@fjordby.example)"
    write_conditions(page, [Term(text, owner, "2099-05-01") for text in CONDITIONS])
    record(page, "Anbefales med betingelser.", CONDITIONS[1])
    visitor.axe()
    close_meeting(page)
    visitor.axe()

    visitor.sign_in_as("Troels Friis")
    approve_minutes(visitor, meeting)

    visitor.sign_in_as("Birgit Lund")
    visitor.goto("/moeder/?forum=direktionen")
    page.locator("section:has(#kommende) .meeting-list a").nth(1).click()
    page.get_by_role("button", name=f"Sæt på {title}").click()
    page.get_by_role("button", name="Send dagsordenen").click()
    enter_room(page)
    assert find_case_to(page, "approved") == title
    write_outcome(page, "approved")
    record(page, "Godkendt.")
    close_meeting(page)
    page.locator(".item-list").get_by_role("link", name=title).click()
    expect(page.locator("#forum")).to_have_text("Direktionen: godkendt")
    expect(page.get_by_text(CONDITIONS[0])).to_be_visible()
    visitor.axe()

    visitor.sign_in_as("Erik Dam")
    visitor.goto("/opgaver/")
    page.get_by_role("link", name=CONDITIONS[0]).click()
    visitor.axe()
    page.get_by_label("Hvad viser det, og hvor kan det ses?").fill("Budgetnotat 12 er godkendt af Økonomi.")
    page.get_by_role("button", name="Meld opfyldt").click()
    expect(page.get_by_role("status")).to_contain_text("meldt opfyldt")
    visitor.goto("/moeder/opfoelgning/?vis=afsluttet")
    expect(page.get_by_text(CONDITIONS[0]).first).to_be_visible()
    visitor.axe()


def test_meetings_can_be_read_on_a_phone(phone: Visitor) -> None:
    page = phone.page
    phone.sign_in_as("Anna Holm")
    for address in ("/moeder/", "/moeder/opfoelgning/"):
        phone.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        phone.axe()
    phone.goto("/moeder/")
    page.locator(".meeting-list a").last.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.axe()
