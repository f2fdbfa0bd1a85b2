"""What follows when the board has said yes: answers, conditions, a place in the plan, and the evidence of it all."""

from playwright.sync_api import expect

from tests.stories import casework, meetingwork, planwork
from tests.stories.conftest import Visitor
from tests.stories.home_care import CONDITIONS, MANAGER, PROOF, TITLE, TRAIL, WHY_YES


def read_answers(visitor: Visitor, number: str) -> None:
    page = visitor.page
    visitor.sign_in_as("Anna Holm")
    assert WHY_YES in meetingwork.read_letter(
        visitor, "Anna Holm", f"Teknologirådet anbefaler ønske {number}"
    )
    assert WHY_YES in meetingwork.read_letter(
        visitor, "Anna Holm", f"Direktionen har sagt ja til ønske {number}"
    )
    visitor.axe()
    page.get_by_role("link", name="Til siden").click()
    expect(page.locator("div.wisher-reply")).to_contain_text("Besluttet · Birgit Lund")
    expect(page.locator(".next-step")).to_contain_text("Sagen får svar om plads, når planen beregnes igen")
    visitor.axe()
    for supporter in ("Fatma Yildiz", "Jonas Bech"):
        visitor.sign_in_as(supporter)
        meetingwork.read_letter(visitor, supporter, f"Direktionen har sagt ja til ønske {number}")
    touched = f"Direktionen om sag {number}, som berører din enhed: Godkendt"
    visitor.sign_in_with_password(MANAGER)
    assert WHY_YES in meetingwork.read_letter(visitor, "Lis Aagaard", touched)
    visitor.sign_in_as("Vibeke Storm")
    assert WHY_YES in meetingwork.read_letter(visitor, "Vibeke Storm", touched)


def follow_conditions(visitor: Visitor, number: str) -> None:
    """One waits for a unit and so for its manager; the other is shown fulfilled by its owner."""
    page = visitor.page
    visitor.goto("/opgaver/")
    expect(page.get_by_role("link", name=CONDITIONS[1].text)).to_be_visible()
    visitor.sign_in_as("Erik Dam")
    assert CONDITIONS[0].proof in meetingwork.read_letter(
        visitor, "Erik Dam", f"Du er ansvarlig for en betingelse i sag {number}"
    )
    visitor.goto("/opgaver/")
    page.get_by_role("link", name=CONDITIONS[0].text).click()
    visitor.axe()
    page.get_by_label("Hvad viser det, og hvor kan det ses?").fill(PROOF)
    page.get_by_role("button", name="Meld opfyldt").click()
    casework.done(visitor, "meldt opfyldt")
    visitor.axe()
    visitor.goto(f"/sag/{number}/")
    lines = page.locator(".condition-lines li")
    expect(lines.filter(has_text=CONDITIONS[0].text)).to_contain_text("Opfyldt")
    expect(lines.filter(has_text=CONDITIONS[1].text)).to_contain_text("Åben")


def stand_in_plan(visitor: Visitor, number: str) -> None:
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    planwork.see_new_plan(visitor)
    planwork.publish_newest(visitor)
    visitor.goto(f"/sag/{number}/")
    expect(page.locator("#place")).to_contain_text("Har plads fra")
    expect(page.locator(".next-step")).to_contain_text("Arbejdet starter i")
    visitor.axe()
    page.get_by_role("link", name="Hvorfor netop da?").click()
    expect(page.locator("#hvorfor")).to_contain_text(TITLE)
    expect(page.locator("#hvorfor")).to_contain_text("Starter i")
    visitor.axe()


def read_trail(visitor: Visitor, number: str) -> None:
    """The auditor reads who did what."""
    page = visitor.page
    visitor.sign_in_as("Preben Skov")
    visitor.goto(f"/sag/{number}/")
    page.locator("summary", has=page.locator("#spor")).click()
    page.locator("summary", has_text="ældre spor").click()
    traces = page.locator(".trail li")
    for what, who in TRAIL:
        expect(traces.filter(has_text=what).filter(has_text=who).first).to_be_visible()
    visitor.axe()
