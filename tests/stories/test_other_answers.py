"""Declined, returned and improved, postponed and back by itself: three cases of Fjordby that are qualified already."""

from datetime import datetime, timedelta

from playwright.sync_api import expect

from tests.stories import casework, meetingwork
from tests.stories.conftest import Takt, Visitor

COUNCIL = "teknologiraadet"


def test_the_wisher_of_a_declined_case_reads_why(visitor: Visitor) -> None:
    number, title = "2026-054", "Udbredelse af velfærdsteknologi"
    why = "Området har ikke folk til at tage det i brug før 2029. Kom igen, når omsorgssystemet er skiftet."
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    casework.declare_ready(visitor, number)
    meetingwork.decide(visitor, COUNCIL, title, "declined", why, {})

    visitor.sign_in_as("Vibeke Storm")
    assert why in meetingwork.read_letter(visitor, "Vibeke Storm", f"Ønske {number} er ikke valgt")
    page.get_by_role("link", name="Til siden").click()
    expect(page.locator("#behandling")).to_have_text("Teknologirådet har sagt nej")
    expect(page.locator("div.wisher-reply")).to_contain_text(why)
    visitor.axe()


def test_a_returned_case_is_improved_and_then_recommended(visitor: Visitor) -> None:
    number, title = "2026-059", "Øget indsats på indhentning af indtægter"
    questions = "Hvor meget henter I i dag, og hvem skal følge op?"
    answer = "Vi henter 1,1 mio. kr. om året i dag. Opkrævningen følger op hver måned."
    page = visitor.page
    visitor.sign_in_as("Nadia Krogh")
    casework.declare_ready(visitor, number)
    why = "Gevinsten er ikke underbygget godt nok endnu."
    meetingwork.decide(
        visitor, COUNCIL, title, "returned", why, {"Spørgsmål, sagen skal svare på": questions}
    )

    visitor.goto("/opgaver/")
    page.locator("section.block", has_text="Sager, der er sendt retur").get_by_role(
        "link", name=title
    ).click()
    expect(page.locator("section:has(> header #forum)")).to_contain_text(questions)
    visitor.axe()
    page.locator("summary", has_text="Spørg ønskeren").click()
    page.get_by_label("Hvad vil du vide?").fill(questions)
    page.get_by_role("button", name="Send spørgsmålet").click()
    casework.done(visitor, "Spørgsmålet er sendt")

    visitor.sign_in_as("Erik Dam")
    letter = meetingwork.read_letter(visitor, "Erik Dam", f"Teknologirådet har spørgsmål til ønske {number}")
    assert why in letter
    assert questions in letter
    visitor.goto("/opgaver/")
    page.get_by_role("link", name=title).first.click()
    page.get_by_label("Dit svar").fill(answer)
    page.get_by_role("button", name="Send svaret").click()
    casework.done(visitor, "Dit svar står nu på sagen")
    visitor.axe()

    visitor.sign_in_as("Nadia Krogh")
    visitor.goto(f"/sag/{number}/kvalificering/")
    casework.three_points(visitor, "Gevinst pr. år", "200.000", "300.000", "500.000", basis="Gevinst")
    casework.save(visitor, "Gem skønnet")
    casework.declare_ready(visitor, number)
    meetingwork.decide(visitor, COUNCIL, title, "recommended", meetingwork.REASON, {})
    visitor.sign_in_as("Erik Dam")
    subject = f"Teknologirådet anbefaler ønske {number}"
    assert meetingwork.REASON in meetingwork.read_letter(visitor, "Erik Dam", subject)
    page.get_by_role("link", name="Til siden").click()
    expect(page.locator("#next")).to_contain_text("Direktionen skal beslutte, om sagen går i gang")
    visitor.axe()


def test_a_postponed_case_comes_back_by_itself_on_its_date(takt: Takt, visitor: Visitor) -> None:
    number, title = "2026-037", "Fælles arkitektur og data"
    page = visitor.page
    today = datetime.now().astimezone().date()
    tomorrow = today + timedelta(days=1)
    visitor.sign_in_as("Nadia Krogh")
    casework.declare_ready(visitor, number)
    why = "Vi venter på aftalen om fælles data, som er klar om kort tid."
    meetingwork.decide(visitor, COUNCIL, title, "postponed", why, {"Udsættes til": tomorrow.isoformat()})

    visitor.sign_in_as("Jonas Bech")
    assert why in meetingwork.read_letter(visitor, "Jonas Bech", f"Ønske {number} er udskudt til")
    takt.come_to(today)
    page.get_by_role("link", name="Til siden").click()
    expect(page.locator("#behandling")).to_contain_text("Udskudt til")
    visitor.axe()

    takt.come_to(tomorrow)
    letter = meetingwork.read_letter(visitor, "Jonas Bech", f"Ønske {number} er taget op igen")
    assert "taget op igen af sig selv" in letter
    page.get_by_role("link", name="Til siden").click()
    trace = page.locator(".trail li").filter(has_text="Fra “Udskudt” til “Kvalificeres”")
    expect(trace).to_contain_text("Takt")
    visitor.axe()
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto(f"/moeder/?forum={COUNCIL}")
    page.locator("section:has(#kommende) .meeting-list a").first.click()
    expect(page.get_by_role("button", name=f"Sæt på {title}")).to_be_visible()
