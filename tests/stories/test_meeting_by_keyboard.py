"""A whole meeting of the board with the keyboard alone, from the draft of its agenda to the approved minutes."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.stories import casework
from tests.stories.conftest import Visitor
from tests.stories.keyboard import Keyboard
from tests.stories.test_first_pages import wait_for_plan

REASON = "Det sparer tid i hele området, og enhederne kan bære forandringen."
LATER = "Vi venter på tallene fra budgettet."
CONDITION = "Superbrugere er udpeget i alle enheder."
GROUND = "Min ægtefælle arbejder hos leverandøren."
NOTE = "Direktionen drøftede, hvornår oplæringen skal begynde."


def test_a_meeting_is_run_from_draft_to_minutes(visitor: Visitor) -> None:
    visitor.sign_in_as("Birgit Lund")
    wait_for_plan(visitor)  # one that came in the middle would change what a yes means
    visitor.goto("/moeder/?forum=direktionen")
    keys = Keyboard(visitor.page)
    keys.press(visitor.page.locator("section:has(#kommende) .meeting-list a").last)
    draft(visitor, keys)
    reorder(visitor, keys)
    send_and_open(visitor, keys)
    attend(visitor, keys)
    declare_recusal(visitor, keys)
    decide_with_condition(visitor, keys)
    postpone(visitor, keys)
    close(visitor, keys)
    write_minutes(visitor, keys)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def items(page: Page) -> list[str]:
    return page.locator(".item-list h3").all_inner_texts()


def draft(visitor: Visitor, keys: Keyboard) -> None:
    page = visitor.page
    keys.press(button(page, "Lav udkast til dagsorden"))
    expect(page.get_by_role("heading", name="To punkter")).to_be_visible()
    for _case in range(2):
        before = len(items(page))
        keys.press(page.locator("#venter").locator("xpath=ancestor::section").get_by_role("button").first)
        expect(page.locator(".item-list > li")).to_have_count(before + 1)
    visitor.axe()


def reorder(visitor: Visitor, keys: Keyboard) -> None:
    """The focus follows the item, so that it can be moved again."""
    page = visitor.page
    before = items(page)
    down = page.locator(".item-list > li").nth(1).get_by_role("button", name=re.compile("^Flyt ned"))
    name = down.get_attribute("id")
    keys.press(down)
    moved = [before[0], before[2], before[1], before[3]]
    expect(page.locator(".item-list h3")).to_have_text(moved)
    same = page.locator(f"#{name}")
    expect(same).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".item-list h3")).to_have_text([before[0], before[2], before[3], before[1]])
    expect(same).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".item-list h3")).to_have_text(moved)
    visitor.axe()


def send_and_open(visitor: Visitor, keys: Keyboard) -> None:
    page = visitor.page
    keys.press(button(page, "Send dagsordenen"))
    casework.done(visitor, "Dagsordenen er sendt")
    keys.press(button(page, "Åbn mødet"))
    page.wait_for_url(re.compile("/lokale/"))
    visitor.axe()


def attend(visitor: Visitor, keys: Keyboard) -> None:
    page = visitor.page
    for box in page.locator("input[name=present]").all():
        keys.tick(box)
    keys.press(button(page, "Gem fremmøde"))
    expect(page.locator("#status")).to_contain_text("5 af 5 til stede")


def declare_recusal(visitor: Visitor, keys: Keyboard) -> None:
    """On the first case: the item before it is the approval of the agenda."""
    page = visitor.page
    keys.press(page.locator("a[rel=next]"))
    expect(page.locator("h1 a")).to_be_visible()
    keys.press(page.locator("summary", has_text="Nogen er inhabil"))
    keys.reach(page.get_by_label("Hvem?"))
    page.keyboard.type("Jens")
    keys.write(page.locator("#inhabil-grund"), GROUND)
    keys.press(button(page, "Meld inhabil"))
    expect(page.locator(".recused")).to_contain_text("Jens Kvist er inhabil")
    visitor.axe()


def decide_with_condition(visitor: Visitor, keys: Keyboard) -> None:
    page = visitor.page
    keys.choose(
        page.locator("input[name=kind]:not([disabled])"), page.locator("#udfald-approved_with_conditions")
    )
    keys.write(page.get_by_label("Begrundelse"), REASON)
    override = page.get_by_label("Hvorfor siger I ja alligevel?")
    if override.count() and override.is_visible():
        keys.write(override, "Rammen hæves, når budgettet forhandles.")
    keys.write(page.locator("#id_betingelse-0-text"), CONDITION)
    keys.write(page.locator("#id_betingelse-0-owner"), "Søren Vestergaard")
    keys.write_day(page.locator("#id_betingelse-0-due_date"), "05012099")
    visitor.axe()
    keys.press(button(page, "Før til referat, og gå til næste"))
    expect(page.locator("#referat")).to_contain_text("Godkendt med betingelser.")
    expect(page.locator("#referat")).to_contain_text(CONDITION)


def postpone(visitor: Visitor, keys: Keyboard) -> None:
    """Tab goes on from the heading of the next item: its outcomes are near."""
    page = visitor.page
    expect(page.locator(".eyebrow").first).to_contain_text("Punkt 3")
    keys.choose(page.locator("input[name=kind]:not([disabled])"), page.locator("#udfald-postponed"))
    keys.write(page.get_by_label("Begrundelse"), LATER)
    keys.write_day(page.locator("#id_until_date"), "05012099")
    visitor.axe()
    keys.press(button(page, "Før til referat"))
    expect(page.locator("#referat")).to_contain_text("1. maj 2099")
    keys.press(page.locator("summary", has_text="Skriv, hvad der bliver sagt"))
    keys.write(page.locator("#noter"), NOTE)
    keys.press(button(page, "Gem i referatet"))
    expect(page.locator("#referat")).to_contain_text(NOTE)


def close(visitor: Visitor, keys: Keyboard) -> None:
    page = visitor.page
    keys.press(page.locator("nav.agenda summary", has_text="Luk mødet"))
    keys.press(button(page, "Luk nu"))
    casework.done(visitor, "Udfaldene gælder")
    visitor.axe()


def write_minutes(visitor: Visitor, keys: Keyboard) -> None:
    page = visitor.page
    first = page.locator(".item-list > li").first
    keys.press(first.locator("summary"))
    keys.write(first.locator("textarea"), "Dagsordenen blev godkendt.")
    keys.press(first.get_by_role("button", name="Gem"))
    expect(page.locator(".item-list > li").first).to_contain_text("Dagsordenen blev godkendt.")
    keys.press(button(page, "Godkend referatet"))
    casework.done(visitor, "godkendt og låst")
    visitor.axe()
