"""What people do to a case before a body sees it, step by step through the pages. Used by several stories."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import expect

from tests.stories.conftest import Visitor

BASIS = "Opdigtet tilbud fra to leverandører"
WHY = "Vi har målt det i to uger og talt med dem, der gør arbejdet."
SETTLED = "Vi begynder uden integration. Den kræves først, når flere enheder skal med."


def in_days(days: int) -> str:
    """As a date field wants it."""
    return (datetime.now().astimezone().date() + timedelta(days=days)).isoformat()


def done(visitor: Visitor, words: str) -> None:
    """What the page answers when a step has been taken."""
    expect(visitor.page.get_by_role("status")).to_contain_text(words)


def write_wish(visitor: Visitor, title: str, trouble: str) -> str:
    """As whoever is signed in; the number of the case."""
    page = visitor.page
    visitor.goto("/")
    page.get_by_role("link", name="Nyt ønske").first.click()
    page.get_by_label("Hvad er besværligt i dag?").fill(trouble)
    page.get_by_text("Hver dag", exact=True).click()
    page.get_by_label("Kort titel").fill(title)
    page.get_by_role("button", name="Send ønsket").click()
    done(visitor, "svar inden fire uger")
    found = re.search(r"/sag/([\w-]+)/", page.url)
    assert found is not None
    return found[1]


def join(visitor: Visitor, name: str, title: str, why: str) -> None:
    """Finds the wish as others do: by looking for its words."""
    page = visitor.page
    visitor.sign_in_as(name)
    visitor.goto("/oensker/")
    page.get_by_role("searchbox").fill(title)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=title).first.click()
    page.get_by_text("Slut dig til", exact=True).click()
    page.get_by_label("Hvorfor er det også jeres ønske?").fill(why)
    page.get_by_role("button", name="Slut dig til ønsket").click()
    done(visitor, "Du er nu med")


def take_up(visitor: Visitor, number: str) -> None:
    """The wish is taken up, and its workbench is open."""
    page = visitor.page
    visitor.goto(f"/sag/{number}/")
    page.get_by_role("button", name="Tag op").click()
    page.wait_for_url("**/kvalificering/")


def save(visitor: Visitor, button: str) -> None:
    visitor.page.get_by_role("button", name=button, exact=True).click()
    done(visitor, "Gemt.")


def three_points(visitor: Visitor, line: str, low: str, likely: str, high: str, basis: str) -> None:
    page = visitor.page
    page.get_by_label(f"{line}, lavt skøn").fill(low)
    page.get_by_label(f"{line}, sandsynligt skøn").fill(likely)
    page.get_by_label(f"{line}, højt skøn").fill(high)
    page.get_by_label(f"{basis} bygger på", exact=True).fill(BASIS)


def estimate(visitor: Visitor, investment: tuple[str, str, str]) -> None:
    """Three points with a source each, and the months of the phases."""
    page = visitor.page
    three_points(visitor, "Anlæg", *investment, basis="Anlæg")
    three_points(visitor, "Drift pr. år", "10.000", "20.000", "40.000", basis="Afledt drift")
    three_points(visitor, "Gevinst pr. år", "200.000", "300.000", "500.000", basis="Gevinst")
    three_points(visitor, "Oplæring", "1", "2", "4", basis="Oplæring")
    for phase in ("Forberedelse", "Udrulning", "Indkøring"):
        page.get_by_label(f"{phase}, måneder").fill("1")
    page.get_by_label("Hvad bygger skønnet som helhed på?").fill(BASIS)
    save(visitor, "Gem skønnet")


def touch_unit(visitor: Visitor, unit: str, people: str) -> None:
    page = visitor.page
    page.get_by_label("Tilføj enhed").select_option(label=unit)
    page.get_by_label("ny enhed: berørte medarbejdere").fill(people)
    page.get_by_label("ny enhed: uddannelse, timer pr. medarbejder").fill("1")
    save(visitor, "Gem enheder")
    expect(page.get_by_label(f"{unit}: berørte medarbejdere")).to_have_value(people)


def give_days(visitor: Visitor, role: str = "Projektleder") -> None:
    page = visitor.page
    for point, days in (("lav", "3"), ("sandsynlig", "5"), ("høj", "9")):
        page.get_by_label(f"{role}: {point}", exact=True).fill(days)
    save(visitor, "Gem roller")


def weigh_options(visitor: Visitor) -> None:
    page = visitor.page
    page.get_by_label("Gøre ingenting: kort vurdering").fill("Arbejdet gøres fortsat to gange.")
    page.get_by_label("Gøre ingenting: afgørelse").select_option(label="Fravalgt")
    page.get_by_label("Gøre ingenting: hvorfor").fill("Det koster mere tid hvert år.")
    page.get_by_label("Købe: kort vurdering").fill("To leverandører kan levere det.")
    page.get_by_label("Købe: afgørelse").select_option(label="Valgt")
    page.get_by_label("Købe: hvorfor").fill("Billigst over fire år.")
    save(visitor, "Gem muligheder")


def describe_risk(visitor: Visitor) -> None:
    page = visitor.page
    page.get_by_label("Ny risiko: hvad kan gå galt").first.fill("Integrationen trækker ud.")
    row = page.locator("table.risk-table tbody tr").first
    row.get_by_label("Sandsynlighed").select_option("3")
    row.get_by_label("Konsekvens").select_option("2")
    row.get_by_label("Modtræk").fill("Vi begynder uden integration.")
    save(visitor, "Gem risici")


def answer_screening(visitor: Visitor, yes: tuple[str, ...]) -> None:
    """Every question of the law: yes to those that hold these words, no to the rest."""
    page = visitor.page
    while (waiting := page.locator("fieldset.law-question:not(:has(:checked))")).count():
        for _index in range(waiting.count()):
            question = page.locator("fieldset.law-question:not(:has(:checked))").first
            holds = any(word in question.inner_text() for word in yes)
            question.get_by_text("Ja" if holds else "Nej", exact=True).click()
        save(visitor, "Gem svarene")


def count_citizens(visitor: Visitor) -> None:
    page = visitor.page
    page.get_by_label("Berørte borgere").fill("1.200")
    page.get_by_label("Kan ikke bruge det selv, procent").fill("22")
    page.get_by_label("Andelen bygger på").fill("Opdigtet optælling i to distrikter")
    page.get_by_label("Det får de i stedet").fill("De ringer som i dag, og vi svarer inden for tre minutter.")
    page.get_by_label("Pris om året, kr.").fill("15.000")
    page.get_by_label("Måles igen").fill(in_days(365))
    save(visitor, "Gem tallene om borgere")


def ask_benefit_owner(visitor: Visitor, name: str) -> None:
    page = visitor.page
    page.get_by_label("Hvem kan hente gevinsten?").fill(name)
    page.get_by_role("button", name="Udpeg og spørg").click()
    done(visitor, f"{name} er spurgt")


def serve_goal(visitor: Visitor) -> None:
    page = visitor.page
    page.get_by_label("Tilføj et mål").select_option(index=1)
    page.get_by_label("Hvordan bidrager sagen?").fill("Medarbejderne får tid tilbage til borgerne.")
    save(visitor, "Gem mål")


def ask_assessors(visitor: Visitor, *names: str) -> None:
    page = visitor.page
    for place, name in enumerate(names, start=1):
        page.get_by_label(f"Bedømmer {place}").fill(name)
    page.get_by_role("button", name="Bed om bedømmelse").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"0 af {len(names)} har bedømt sagen")


def assess(visitor: Visitor, name: str, title: str, *, feasibility: int) -> None:
    """From one's own tasks; ``feasibility`` is what the three may disagree on."""
    page = visitor.page
    visitor.sign_in_as(name)
    visitor.goto("/opgaver/")
    page.locator(
        "a[href*='/bedoemmelse/']", has_text=title
    ).click()  # the case may wait for other answers too
    rows = page.locator("fieldset.assess-row")
    for index in range(rows.count()):
        row = rows.nth(index)
        is_feasibility = "Gennemførbarhed" in row.locator("legend").inner_text()
        row.get_by_text(str(feasibility if is_feasibility else 4), exact=True).click()
        row.get_by_label(re.compile("Hvad bygger tallet på?")).fill(WHY)
    page.get_by_role("button", name="Gem min bedømmelse").click()
    done(visitor, "Din bedømmelse er gemt")


def declare_ready(visitor: Visitor, number: str) -> None:
    page = visitor.page
    visitor.goto(f"/sag/{number}/kvalificering/")
    page.get_by_role("button", name="Meld klar").click()
    done(visitor, "Sagen er meldt klar")
