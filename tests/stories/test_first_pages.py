"""From a wish to a plan, each step as its own person, in a real browser; and every page walked with axe."""

import re

import pytest
from playwright.sync_api import expect

from tests.stories.conftest import Visitor
from tests.stories.planwork import begin_plan, see_new_plan, wait_for_plan

PEOPLE = ("Anna Holm", "Nadia Krogh", "Birgit Lund")
PAGES = ("/", "/oensker/", "/oensker/nyt/", "/plan/", "/plan/?visning=tabel", "/plan/versioner/")


def test_a_wish_is_written_found_and_joined(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Anna Holm")
    page.get_by_role("link", name="Nyt ønske").first.click()
    page.get_by_label("Hvad er besværligt i dag?").press_sequentially(
        "Vi taster de samme målinger af blodtryk ind tre steder. Talegenkendelse kunne hjælpe.", delay=5
    )
    expect(page.get_by_role("heading", name="Findes det allerede?")).to_be_visible()
    expect(page.locator("#ligner mark").first).to_be_visible()
    expect(page.get_by_text("Kladden er gemt")).to_be_visible()
    visitor.axe()
    page.get_by_text("Os i afdelingen", exact=True).click()
    page.get_by_text("Hver dag", exact=True).click()
    page.get_by_role("button", name="Send ønsket").click()
    expect(page.get_by_role("status")).to_contain_text("svar inden fire uger")
    number = re.search(r"/sag/([\w-]+)/", page.url)
    assert number is not None
    visitor.axe()

    visitor.sign_in_as("Fatma Yildiz")
    visitor.goto("/oensker/?q=blodtryk")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 ønske passer")
    page.get_by_role("link", name=re.compile("målinger")).click()
    page.get_by_text("Slut dig til", exact=True).click()
    page.get_by_label("Hvorfor er det også jeres ønske?").fill("Vi taster også")
    page.get_by_role("button", name="Slut dig til ønsket").click()
    expect(page.get_by_role("status")).to_contain_text("Du er nu med")
    visitor.axe()


def test_a_plan_is_computed_followed_and_explained(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    wait_for_plan(visitor)
    visitor.axe()
    begin_plan(visitor)
    see_new_plan(visitor)

    left_out = page.locator("a[href*='oenske=']").last
    left_out.click()
    expect(page.locator("#hvorfor-titel")).to_be_focused()
    expect(page.locator("#hvorfor")).to_contain_text("planversion")
    visitor.axe()


def test_an_employee_may_read_the_plan_but_not_compute_it(visitor: Visitor) -> None:
    visitor.sign_in_as("Anna Holm")
    wait_for_plan(visitor)
    expect(visitor.page.get_by_role("button", name="Beregn ny plan")).to_have_count(0)
    expect(visitor.page.locator("#beregning")).to_contain_text("Ny plan")


@pytest.mark.parametrize("person", PEOPLE)
def test_every_page_is_clean_for_everyone(person: str, visitor: Visitor) -> None:
    visitor.sign_in_as(person)
    wait_for_plan(visitor)
    for path in PAGES:
        visitor.goto(path)
        visitor.axe()


def test_every_page_fits_a_phone(phone: Visitor) -> None:
    phone.sign_in_as("Birgit Lund")
    wait_for_plan(phone)
    for path in PAGES:
        phone.goto(path)
        width = phone.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"{path} is {width} px wide"
        phone.axe()


def test_the_pages_speak_english_to_those_who_ask(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Erik Dam")
    page.get_by_text("Økonom", exact=True).click()
    page.get_by_role("button", name="English").click()
    for path, heading in (("/oensker/nyt/", "New wish"),):
        visitor.goto(path)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for path in PAGES:
        visitor.goto(path)
        expect(page.locator("html")).to_have_attribute("lang", "en")
        visitor.axe()
    page.locator(".who-menu summary").click()
    page.get_by_role("button", name="Dansk").click()
    expect(page.locator("html")).to_have_attribute("lang", "da")


def test_the_keyboard_is_enough(visitor: Visitor) -> None:
    page = visitor.page
    visitor.goto("/demonstration/")
    page.get_by_role("button", name="Nadia Krogh").press("Enter")
    page.wait_for_url(f"{visitor.url}/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indhold")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#indhold")).to_be_focused()
    page.locator(".who-menu summary").press("Enter")
    expect(page.get_by_role("button", name="English")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="English")).to_be_hidden()
    expect(page.locator(".who-menu summary")).to_be_focused()
    visitor.goto("/oensker/")
    page.get_by_role("searchbox").fill("skole")
    page.keyboard.press("Enter")
    page.wait_for_url("**/oensker/?q=skole*")


def test_without_javascript_the_pages_still_read(takt: object, chromium: object, visitor: Visitor) -> None:
    visitor.sign_in_as("Nadia Krogh")
    cookies = visitor.page.context.cookies()
    context = visitor.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    for path in PAGES:
        page.goto(visitor.url + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{visitor.url}/oensker/nyt/")
    page.get_by_label("Hvad er besværligt i dag?").fill("Talegenkendelse i sagsbehandlingen mangler os")
    page.get_by_role("button", name="Findes det allerede?").click()
    expect(page.locator("#ligner mark").first).to_be_visible()
    context.close()
