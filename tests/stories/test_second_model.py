"""A municipality without a network begins from nothing, and its own governance model carries two cases."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories import casework, founding
from tests.stories.conftest import Takt, Visitor, serve, visit
from tests.stories.founding import Forum, Newcomer

IDA = "ida@nordvig.example"
SIGNE = Newcomer("Signe Dahl", "Digitaliseringskonsulent", "Nordvig Kommune", "digitaliseringskonsulent")
MIKKEL = Newcomer("Mikkel Juhl", "Økonomichef", "Nordvig Kommune", "økonom")
RIKKE = Newcomer("Rikke Bang", "Bibliotekschef", "Bibliotekerne", "leder af enhed")
OLE = Newcomer("Ole Winther", "Leder af Borgerservice", "Borgerservice", "leder af enhed")
KAREN = Newcomer("Karen Lyng", "Kommunaldirektør", "Nordvig Kommune", "direktør")
JENS = Newcomer("Jens Toft", "Direktør for By og Borgere", "By og Borgere", "direktør")
PIA = Newcomer("Pia Noer", "Bibliotekar", "Bibliotekerne")
COMMITTEE = Forum(
    "Digitaliseringsudvalget",
    "Behandler alle digitale ønsker og beslutter de mindre.",
    "den første tirsdag i måneden",
    "4",
    "2",
    (("Beslutter", "500.000"), ("Anbefaler", "")),
    ((MIKKEL, "formand"), (SIGNE, "sekretær"), (RIKKE, "medlem"), (OLE, "medlem")),
)
BOARD = Forum(
    "Direktionen",
    "Leder kommunen.",
    "hver mandag",
    "1",
    "2",
    (("Beslutter", ""),),
    ((KAREN, "formand"), (JENS, "medlem"), (SIGNE, "sekretær")),
)
SMALL = ("Lånere kan forlænge lån fra telefonen", "Lånerne ringer for at forlænge, og vi gør det for dem.")
LARGE = (
    "Én indgang til ventelister i hele kommunen",
    "Borgerne spørger tre steder, og vi svarer dem tre gange.",
)
NOWHERE = re.compile("netværk|Teknologirå", re.IGNORECASE)
"""What this municipality does not have."""


@pytest.fixture(scope="module")
def nordvig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Takt]:
    """As drift.md says it is done: prepare, let the first one in, up. No demonstration."""
    surroundings = {"TAKT_DEMO": "0", "TAKT_MUNICIPALITY": "Nordvig Kommune"}
    for takt in serve(tmp_path_factory.mktemp("nordvig"), **surroundings):
        takt.let_in(IDA, "--name", "Ida Munk", "--administrator")
        yield takt


@pytest.fixture
def guest(nordvig: Takt, chromium: Browser) -> Iterator[Visitor]:
    yield from visit(nordvig, chromium, {"width": 1440, "height": 900})


def test_another_model_is_set_up_and_carries_two_cases(nordvig: Takt, guest: Visitor) -> None:
    found_municipality(nordvig, guest)
    adopt_model(guest)
    require_risks(guest)
    small = wish_for(guest, SMALL)
    clarify(guest, small, ("200.000", "300.000", "450.000"), "Bibliotekerne")
    large = wish_for(guest, LARGE)
    clarify(guest, large, ("700.000", "900.000", "1.200.000"), "Bibliotekerne", "Borgerservice")
    paths_are_shown(guest, small, large)
    hold_meeting(guest, small, large)
    answers_are_given(guest, small, large)


def found_municipality(nordvig: Takt, guest: Visitor) -> None:
    page = guest.page
    guest.sign_in_with_password(IDA)
    expect(page.get_by_role("heading", name="Fire trin, så kan I beslutte i Takt")).to_be_visible()
    guest.axe()
    founding.write_whole(guest, "2400")
    founding.write_units(
        guest, "Nordvig Kommune", "Børn og Unge; 900", "Ældre og Sundhed; 800", "By og Borgere; 400"
    )
    founding.write_units(guest, "By og Borgere", "Borgerservice\t45", "Bibliotekerne\t60")
    expect(page.get_by_role("heading", level=1)).to_have_text("6 enheder med 2.400 ansatte")
    guest.axe()
    for one in (SIGNE, MIKKEL, RIKKE, OLE, KAREN, JENS, PIA):
        founding.add(guest, one)
    guest.axe()
    for one in (SIGNE, MIKKEL, KAREN, PIA):
        founding.choose_password(nordvig, guest, one)


def adopt_model(guest: Visitor) -> None:
    page = guest.page
    sign_in(guest, SIGNE)
    guest.goto("/")
    expect(page.get_by_role("main")).to_contain_text("Skriv styringsmodellen")
    founding.begin_model(guest)
    founding.add_body(guest, COMMITTEE)
    founding.add_body(guest, BOARD, after="Digitaliseringsudvalget")
    guest.axe()
    founding.adopt(guest, "Byrådet besluttede den 10. november at nøjes med ét udvalg.")
    guest.goto("/styring/")
    expect(page.get_by_role("heading", level=1)).to_have_text("To fora fører et ønske til en beslutning")
    said = page.get_by_role("main").inner_text()
    assert "Op til 500.000 kr. i anlæg" in said
    assert "over 500.000 kr." in said
    assert not NOWHERE.search(said)
    guest.axe()


def require_risks(guest: Visitor) -> None:
    """The secretary of the body says what it wants to see."""
    page = guest.page
    guest.goto("/styring/forum/digitaliseringsudvalget/")
    page.get_by_role("link", name="Se tjeklisten").click()
    page.get_by_text("Risici er beskrevet", exact=True).click()
    page.get_by_role("button", name="Gem tjeklisten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("otte punkter")


def wish_for(guest: Visitor, wish: tuple[str, str]) -> str:
    sign_in(guest, PIA)
    number = casework.write_wish(guest, *wish)
    says_nothing_of_a_network(guest.page)
    return number


def clarify(guest: Visitor, number: str, investment: tuple[str, str, str], *units: str) -> None:
    """Nobody but the coordinator can, and that is enough."""
    page = guest.page
    sign_in(guest, SIGNE)
    guest.goto("/opgaver/")
    says_nothing_of_a_network(page)
    casework.take_up(guest, number)
    says_nothing_of_a_network(page)
    page.get_by_label("Værdi, point pr. år").fill("40")
    casework.estimate(guest, investment)
    for unit in units:
        casework.touch_unit(guest, unit, "10")
    expect(page.get_by_role("complementary")).to_contain_text("Risici er ikke beskrevet")
    casework.describe_risk(guest)
    guest.axe()
    casework.declare_ready(guest, number)
    says_nothing_of_a_network(page)


def paths_are_shown(guest: Visitor, small: str, large: str) -> None:
    said = {
        small: "Digitaliseringsudvalget beslutter",
        large: "Digitaliseringsudvalget anbefaler, Direktionen beslutter",
    }
    for number, path in said.items():
        guest.goto(f"/sag/{number}/")
        expect(guest.page.get_by_role("main")).to_contain_text(path)
        says_nothing_of_a_network(guest.page)
        guest.axe()


def hold_meeting(guest: Visitor, small: str, large: str) -> None:
    page = guest.page
    guest.goto("/moeder/?forum=digitaliseringsudvalget")
    page.get_by_role("link", name="Indkald møder i Digitaliseringsudvalget").click()
    page.get_by_label("Punkter senest, dage før").fill("0")
    page.get_by_role("button", name="Læg møderne i kalenderen").click()
    page.get_by_role("button", name="Lav udkast til dagsorden").click()
    expect(page.get_by_role("heading", name="Fire punkter")).to_be_visible()
    page.get_by_role("button", name="Send dagsordenen").click()
    page.get_by_role("button", name="Åbn mødet").click()
    page.wait_for_url(re.compile("/lokale/"))
    for one in (MIKKEL, SIGNE, RIKKE):
        page.get_by_label(re.compile(one.name)).check()
    page.get_by_role("button", name="Gem fremmøde").click()
    for wish, kind, reason in (
        (SMALL, "approved", "Det sparer tid i udlånet, og bibliotekerne kan bære det."),
        (LARGE, "recommended", "Borgerne møder én indgang. Beløbet er over det, udvalget må beslutte."),
    ):
        page.get_by_role("navigation", name="Dagsorden").get_by_role("link", name=wish[0]).click()
        says_nothing_of_a_network(page)
        page.locator(f"label[for=udfald-{kind}]").click()
        page.get_by_label("Begrundelse").fill(reason)
        guest.axe()
        page.get_by_role("button", name="Før til referat", exact=True).click()
        expect(page.locator("#referat")).to_contain_text(reason)
    page.locator("nav.agenda summary", has_text="Luk mødet").click()
    page.get_by_role("button", name="Luk nu").click()
    casework.done(guest, "Udfaldene gælder")


def answers_are_given(guest: Visitor, small: str, large: str) -> None:
    page = guest.page
    sign_in(guest, PIA)
    guest.goto(f"/sag/{small}/")
    expect(page.get_by_role("main")).to_contain_text("Det sparer tid i udlånet")
    says_nothing_of_a_network(page)
    guest.axe()
    guest.goto(f"/sag/{large}/")
    expect(page.get_by_role("main")).to_contain_text("Direktionen skal beslutte sagen")
    says_nothing_of_a_network(page)
    sign_in(guest, KAREN)
    guest.goto("/moeder/?forum=direktionen")
    page.get_by_role("link", name="Indkald møder i Direktionen").click()
    page.get_by_role("button", name="Læg møderne i kalenderen").click()
    expect(page.get_by_role("main")).to_contain_text(LARGE[0])
    for path in (
        "/",
        "/oensker/",
        "/opgaver/",
        "/moeder/",
        "/plan/",
        "/systemer/",
        "/styring/",
        "/personer/",
    ):
        guest.goto(path)
        says_nothing_of_a_network(page)


def sign_in(guest: Visitor, one: Newcomer) -> None:
    guest.sign_in_with_password(one.email)


def says_nothing_of_a_network(page: Page) -> None:
    """In the page; the menu offers the coordinator to begin one."""
    said = page.get_by_role("main").inner_text()
    assert not NOWHERE.search(said), (
        NOWHERE.search(said) and said[max(0, NOWHERE.search(said).start() - 80) :][:200]
    )
