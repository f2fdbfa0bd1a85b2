"""A plan is waited for, asked for and looked at through the pages."""

import pytest
from playwright.sync_api import expect

from tests.stories.conftest import Visitor

MOST_SECONDS = 300
"""A quick plan takes less than a minute on a machine that does nothing else."""


def wait_for_plan(visitor: Visitor) -> None:
    """There is one, whoever asked for it."""
    for _ in range(MOST_SECONDS // 2):
        visitor.goto("/plan/")
        if visitor.page.locator(".timeline").count():
            return
        visitor.page.wait_for_timeout(2_000)
    pytest.fail("no plan was computed in five minutes")


def wait_for_published(visitor: Visitor) -> None:
    """Fjordby's own plan is put in force as soon as it is there."""
    wait_for_plan(visitor)
    for _ in range(MOST_SECONDS // 2):
        visitor.goto("/plan/")
        if visitor.page.get_by_text("Planen er i kraft.").count():
            return
        visitor.page.wait_for_timeout(2_000)
    pytest.fail("no plan was published in five minutes")


def begin_plan(visitor: Visitor) -> None:
    """A quick one, when there is one before it."""
    page = visitor.page
    wait_for_plan(visitor)
    page.get_by_text("Beregn ny plan").first.click()
    page.get_by_text("Hurtig", exact=False).first.click()
    page.get_by_role("button", name="Beregn ny plan").click()
    expect(page.get_by_role("heading", name="Ny plan beregnes")).to_be_visible()
    visitor.axe()


def see_new_plan(visitor: Visitor) -> None:
    """Waits until the one that was asked for is there."""
    visitor.goto("/plan/")
    newest = visitor.page.get_by_role("link", name="Vis den nye plan")
    computing = visitor.page.get_by_role("heading", name="Ny plan beregnes")
    if computing.count():
        newest.click(timeout=MOST_SECONDS * 1_000)
    wait_for_plan(visitor)
    comparison = visitor.page.get_by_role("link", name="Se, hvad den ændrer")
    if comparison.count():
        visitor.goto((comparison.get_attribute("href") or "").removesuffix("flytninger/"))


def publish_newest(visitor: Visitor) -> None:
    """Nadia proposes the newest plan and the chair of the board writes its decision down; Nadia is left signed in."""
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto("/plan/")
    page.get_by_role("link", name="Se, hvad den ændrer").click()
    visitor.axe()
    page.get_by_label("Hvorfor nu?").fill("Et nyt initiativ er besluttet.")
    page.get_by_role("button", name="Foreslå planen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("venter på beslutning")
    proposal = page.url
    visitor.sign_in_as("Birgit Lund")
    page.goto(proposal)
    visitor.axe()
    page.get_by_label("Henvisning til referatet").fill("Direktionens referat, punkt 2")
    page.get_by_role("button", name="Offentliggør planen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Direktionen besluttede planen")
    visitor.axe()
    visitor.sign_in_as("Nadia Krogh")
