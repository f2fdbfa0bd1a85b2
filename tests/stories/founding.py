"""How a new municipality begins, step by step through the pages: units, people, governance model."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from playwright.sync_api import expect

from tests.stories.casework import done
from tests.stories.conftest import PASSWORD, Takt, Visitor


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is let in to Takt by the administrator."""

    name: str
    job_title: str
    unit: str
    role: str = "medarbejder"

    @property
    def email(self) -> str:
        return f"{self.name.split()[0].lower()}@nordvig.example"


@dataclass(frozen=True)
class Forum:
    """A body of the model, as it is written on its page."""

    name: str
    purpose: str
    cadence: str
    weeks: str
    quorum: str
    mandates: Sequence[tuple[str, str]]
    """What it may do, and up to how much investment; empty: without limit."""
    seats: Sequence[tuple[Newcomer, str]]


def write_whole(visitor: Visitor, headcount: str) -> None:
    page = visitor.page
    visitor.goto("/")
    page.get_by_role("link", name="Skriv kommunens enheder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kommunen har ingen enheder i Takt endnu")
    page.get_by_label("Ansatte").fill(headcount)
    page.get_by_role("button", name="Tilføj").click()


def write_units(visitor: Visitor, under: str, *lines: str) -> None:
    page = visitor.page
    page.get_by_label("De hører under").select_option(label=under)
    page.get_by_label("Enheder", exact=True).fill("\n".join(lines))
    page.get_by_role("button", name="Tilføj").click()
    done(visitor, f"{len(lines)} enheder er tilføjet")


def add(visitor: Visitor, one: Newcomer) -> None:
    page = visitor.page
    visitor.goto("/personer/ny/")
    page.get_by_label("Navn").fill(one.name)
    page.get_by_label("E-mail").fill(one.email)
    page.get_by_label("Stilling").fill(one.job_title)
    page.get_by_label("Enhed").select_option(label=one.unit)
    page.get_by_label("Rolle").select_option(label=one.role)
    page.get_by_role("button", name="Tilføj").click()
    done(visitor, f"{one.name} er tilføjet")


def choose_password(takt: Takt, visitor: Visitor, one: Newcomer) -> None:
    """From the e-mail, on the person's own computer."""
    page = visitor.page
    page.context.clear_cookies()
    page.goto(link_sent_to(takt, one.email))
    visitor.axe()
    page.get_by_label("Ny adgangskode", exact=True).fill(PASSWORD)
    page.get_by_label(re.compile("Bekræft")).fill(PASSWORD)
    page.get_by_role("button", name="Gem adgangskoden").click()
    done(visitor, "Adgangskoden er gemt")


def link_sent_to(takt: Takt, email: str, seconds: float = 30) -> str:
    """The address in the letter, as soon as the worker has sent it."""
    folder, deadline = Path(takt.environment["TAKT_DATA"]) / "mail", time.monotonic() + seconds
    while time.monotonic() < deadline:
        for file in folder.glob("*.log"):
            letter = message_from_bytes(file.read_bytes(), policy=policy.default)
            found = re.search(r"http://\S+/konto/adgangskode/\S+", letter.get_content())
            if letter["To"] == email and found:
                return found[0]
        time.sleep(0.2)
    raise AssertionError(f"no letter to {email}")


def begin_model(visitor: Visitor) -> None:
    visitor.goto("/styring/")
    visitor.page.get_by_role("button", name="Begynd en model").click()
    expect(visitor.page.get_by_role("heading", name="Ingen fora endnu")).to_be_visible()


def add_body(visitor: Visitor, forum: Forum, after: str = "") -> None:
    page = visitor.page
    page.get_by_role("link", name="Tilføj et forum").click()
    page.get_by_label("Navn", exact=True).fill(forum.name)
    page.get_by_label("Opgave").fill(forum.purpose)
    page.get_by_label("Plads i rækken").select_option(label=f"Efter {after}" if after else "Først")
    page.get_by_label("Mødes").fill(forum.cadence)
    page.get_by_label("Uger mellem møder").fill(forum.weeks)
    page.get_by_label("Beslutningsdygtigt ved").fill(forum.quorum)
    for index, (level, limit) in enumerate(forum.mandates):
        page.locator(f"#id_mandat-{index}-level").select_option(label=level)
        page.locator(f"#id_mandat-{index}-investment_limit_dkk").fill(limit)
        page.get_by_role("button", name="Gem og tilføj flere").click()
        done(visitor, "er gemt i kladden")
    for index, (person, role) in enumerate(forum.seats):
        page.locator(f"#id_plads-{index}-person").fill(person.email)
        page.locator(f"#id_plads-{index}-role").select_option(label=role)
        if index % 3 == 2 and index + 1 < len(forum.seats):
            page.get_by_role("button", name="Gem og tilføj flere").click()
    page.get_by_role("button", name="Gem i kladden").click()
    expect(page.get_by_role("heading", level=3, name=forum.name)).to_be_visible()


def adopt(visitor: Visitor, reason: str) -> None:
    page = visitor.page
    page.get_by_label("Begrundelse").fill(reason)
    page.get_by_role("button", name="Vedtag modellen").click()
    done(visitor, "Version 1 er vedtaget")
