"""A member is away, another takes over; and two units are asked, one of which nobody leads."""

import re

from playwright.sync_api import expect

from tests.stories.conftest import Visitor

PAGES = ("/netvaerk/", "/netvaerk/medlemmer/", "/netvaerk/medlemmer/?viden=omsorgssystem", "/hoeringer/")


def test_the_coordinator_finds_who_knows_and_gives_a_case(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    page.get_by_role("navigation", name="Hovedmenu").get_by_text("Mere").click()
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Netværk").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("to områder er tavse")
    visitor.axe()
    page.get_by_role("link", name="Medlemmer og belastning").click()
    page.get_by_label("Hvem ved noget om …").select_option("omsorgssystem")
    page.get_by_role("button", name="Vis").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ved noget om omsorgssystem")
    visitor.axe()
    page.get_by_role("link", name="Vis alle").click()
    page.get_by_role("link", name="Fatma Yildiz").click()
    first = page.locator("input[name=number]").first
    number = first.get_attribute("value")
    first.check()
    page.get_by_label("Giv de valgte sager til").select_option(label="Kasper Nygaard, Visitationen")
    visitor.axe()
    page.get_by_role("button", name="Giv sagerne").click()
    expect(page.get_by_role("status")).to_contain_text("Sagerne er givet til Kasper Nygaard")
    visitor.goto(f"/sag/{number}/")
    expect(page.locator("#behandling")).to_have_text("Kasper Nygaard kvalificerer sagen")
    visitor.axe()


def test_a_unit_is_asked_and_its_manager_answers(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto("/oensker/?q=robotst%C3%B8vsugere")
    page.locator(".wish-list tbody th a").first.click()
    page.get_by_role("link", name="Spørg enhederne").click()
    visitor.axe()
    page.get_by_text("Tilføj andre enheder").click()
    page.get_by_label(re.compile("Bibliotekerne")).check()
    page.get_by_role("button", name="Send høringen").click()
    expect(page.get_by_role("status")).to_contain_text("Én af dem har ingen leder i Takt")
    hearing = page.url
    visitor.axe()

    visitor.sign_in_as("Vibeke Storm")
    visitor.goto("/opgaver/")
    expect(page.get_by_role("main")).to_contain_text("Høringer, du skal svare på")
    page.goto(hearing)
    page.get_by_text("støtter med bemærkninger", exact=True).click()
    page.get_by_label("Svar og bemærkninger").fill("Hvis vi får oplæring i arbejdstiden.")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.get_by_role("status")).to_contain_text("Svaret fra Hjemmeplejen Vest følger nu sagen")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Én af fire enheder har svaret")
    visitor.axe()


def test_every_page_fits_a_phone(phone: Visitor) -> None:
    phone.sign_in_as("Vibeke Storm")
    for path in PAGES:
        phone.goto(path)
        width = phone.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"{path} is {width} px wide"
        phone.axe()


def test_the_pages_speak_english_to_those_who_ask(visitor: Visitor) -> None:
    visitor.sign_in_as("Erik Dam")
    visitor.page.get_by_text("Økonom", exact=True).click()
    visitor.page.get_by_role("button", name="English").click()
    visitor.goto("/netvaerk/")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("have somebody in the network")
    visitor.goto("/hoeringer/")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("under way")
    visitor.page.locator(".who-menu summary").click()
    visitor.page.get_by_role("button", name="Dansk").click()
