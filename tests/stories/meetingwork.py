"""What a body does with a case, step by step through the pages, each by the one whose work it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.stories.casework import done
from tests.stories.conftest import Visitor

MOST_PAGES = 6
"""Of letters; what was written lately stands on the first ones."""
REASON = "Sparer tid i hele området, og enhederne kan bære forandringen."


@dataclass(frozen=True)
class Term:
    """A condition of a yes, as it is written in the room."""

    text: str
    owner: str
    """A person or a unit."""
    due: str
    proof: str = ""


def call_meeting(visitor: Visitor, forum: str, title: str) -> str:
    """The body is called to the first day its rhythm gives, and the case stands on the agenda; its address."""
    page = visitor.page
    visitor.goto(f"/moeder/?forum={forum}")
    page.get_by_role("link", name="Indkald møder i").click()
    page.get_by_label("Punkter senest, dage før").fill("0")  # what is ready to-day comes along
    page.get_by_role("button", name="Læg møderne i kalenderen").click()
    done(visitor, "Mødet er i kalenderen")
    page.get_by_role("button", name="Lav udkast til dagsorden").click()
    expect(page.locator(".item-list").get_by_role("link", name=title, exact=True)).to_be_visible()
    visitor.axe()
    page.get_by_role("button", name="Send dagsordenen").click()
    expect(page.get_by_role("button", name="Send den ændrede dagsorden")).to_be_visible()
    return page.url


def decide(visitor: Visitor, forum: str, title: str, kind: str, reason: str, also: Mapping[str, str]) -> None:
    """A meeting with one outcome, from its calling to its end. ``also``: what else is written, by label."""
    page = visitor.page
    call_meeting(visitor, forum, title)
    enter_room(page)
    treat(page, title)
    write_outcome(page, kind, reason)
    for label, text in also.items():
        page.get_by_label(label).fill(text)
    record(page, reason)
    visitor.axe()
    close_meeting(page)


def enter_room(page: Page) -> None:
    """Opens the meeting and writes down that everybody is there."""
    page.get_by_role("button", name="Åbn mødet").click()
    page.wait_for_url(re.compile("/lokale/"))
    for box in page.locator("input[name=present]").all():
        box.check()
    page.get_by_role("button", name="Gem fremmøde").click()
    expect(page.locator("#status")).to_contain_text(re.compile(r"[1-9]\d* af \d+ til stede"))


def treat(page: Page, title: str) -> None:
    """Goes to the item of the case."""
    page.locator("nav.agenda").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def choose_by_keyboard(page: Page, kind: str) -> None:
    """The arrows walk through the outcomes."""
    page.locator("input[name=kind]:not([disabled])").first.focus()
    for _step in range(8):
        if page.locator(f"#udfald-{kind}").is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrows never reach {kind}")


def write_outcome(page: Page, kind: str, reason: str = REASON) -> None:
    choose_by_keyboard(page, kind)
    page.get_by_label("Begrundelse").fill(reason)
    override = page.get_by_label("Hvorfor siger I ja alligevel?")
    if override.count() and override.is_visible():
        override.fill("Rammen hæves, når budgettet forhandles.")


def write_conditions(page: Page, terms: Sequence[Term]) -> None:
    for number, term in enumerate(terms):
        row = page.locator(".condition-row").nth(number)
        row.get_by_label("Betingelse").fill(term.text)
        row.get_by_label("Ansvarlig").fill(term.owner)
        row.get_by_label("Senest").fill(term.due)
        row.get_by_label("Bevis").fill(term.proof)


def record(page: Page, *said: str) -> None:
    """The outcome is written into the minutes, which now say so."""
    page.get_by_role("button", name="Før til referat", exact=True).focus()
    page.keyboard.press("Enter")
    for words in said:
        expect(page.locator("#referat")).to_contain_text(words)


def close_meeting(page: Page) -> None:
    page.locator("nav.agenda summary", has_text="Luk mødet").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Luk nu").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Udfaldene gælder")


def approve_minutes(visitor: Visitor, meeting: str) -> None:
    """By the chair, from the tasks. ``meeting``: its address."""
    page = visitor.page
    visitor.goto("/opgaver/")
    page.locator(f"a.strong[href$='{meeting.removeprefix(visitor.url)}']").click()
    page.get_by_role("button", name="Godkend referatet").click()
    done(visitor, "godkendt og låst")


def read_letter(visitor: Visitor, name: str, subject: str) -> str:
    """Opens the newest letter to a person on this subject, in the demonstration's post; its words."""
    page = visitor.page
    visitor.goto("/demonstration/post/")
    letter = page.locator(".letters li", has_text=f"til {name}").filter(has_text=subject).first
    for side in range(2, MOST_PAGES):
        if letter.count():
            break
        visitor.goto(f"/demonstration/post/?side={side}")
    letter.locator("summary").click()
    return letter.inner_text()
