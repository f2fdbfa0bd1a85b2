"""A wish with a document is followed, told of, and gathered into another, each step as its own person."""

import re
from email.message import EmailMessage

from playwright.sync_api import expect

from tests.stories.conftest import Visitor

PDF = {"name": "Målinger æøå.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF"}


def send(visitor: Visitor, text: str, *, file: bool = False) -> str:
    """Write a wish as whoever is signed in; its number."""
    page = visitor.page
    visitor.goto("/oensker/nyt/")
    page.get_by_label("Hvad er besværligt i dag?").fill(text)
    if file:
        page.get_by_text("Vedlæg filer").click()
        page.get_by_label("Vælg filer").set_input_files([PDF])
    page.get_by_role("button", name="Send ønsket").click()
    expect(page.get_by_role("status")).to_contain_text("svar inden fire uger")
    found = re.search(r"/sag/([\w-]+)/", page.url)
    assert found is not None
    return found[1]


def test_two_wishes_become_one_and_everyone_is_told(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Anna Holm")
    first = send(visitor, "Vi skriver vægten på papir og taster den ind bagefter hos borgeren.", file=True)
    with page.expect_download() as download:
        page.get_by_role("link", name="Målinger æøå.pdf").click()
    assert download.value.suggested_filename == "Målinger æøå.pdf"
    visitor.axe()

    visitor.sign_in_as("Birgit Lund")
    visitor.goto(f"/sag/{first}/")
    page.get_by_role("button", name="Følg", exact=True).click()
    expect(page.get_by_role("button", name="Følger")).to_be_visible()

    visitor.sign_in_as("Vibeke Storm")
    second = send(visitor, "Vægten hos borgeren står på papir og skal tastes ind bagefter.")

    visitor.sign_in_as("Nadia Krogh")
    visitor.goto(f"/sag/{second}/")
    page.get_by_role("link", name="Saml med en anden").click()
    visitor.axe()
    page.locator(f"#into-{first}").check()
    page.get_by_label("Begrundelse").fill("De to ønsker beder om det samme.")
    page.get_by_role("button", name="Saml ønskerne").click()
    expect(page.get_by_role("status")).to_contain_text("samlet i denne sag")
    expect(page.get_by_text("Vibeke Storm")).to_be_visible()

    visitor.sign_in_as("Vibeke Storm")
    visitor.goto(f"/sag/{second}/")
    visitor.axe()
    page.get_by_role("link", name=f"Samlet i sag {first}").click()
    expect(page).to_have_url(re.compile(first))
    visitor.goto("/demonstration/post/")
    expect(page.get_by_text(f"Ønske {second} er samlet i sag {first}").first).to_be_visible()


def test_an_e_mail_becomes_a_wish(visitor: Visitor) -> None:
    page = visitor.page
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Kasper Nygaard <kasper@fjordby.example>", "VS: Formularer på nettet"
    mail["Date"] = "Fri, 20 Nov 2026 10:15:00 +0100"
    mail.set_content("Borgerne mangler formularer til selvbetjening, så vi taster alt ind selv.")
    visitor.sign_in_as("Nadia Krogh")
    visitor.goto("/oensker/")
    page.get_by_role("link", name="Fra e-mail").click()
    visitor.axe()
    page.get_by_label("Vælg e-mailen").set_input_files(
        [{"name": "brev.eml", "mimeType": "message/rfc822", "buffer": mail.as_bytes()}]
    )
    page.get_by_role("button", name="Se, hvad der vil ske").click()
    expect(page.get_by_text("Kasper Nygaard i Visitationen er kendt")).to_be_visible()
    visitor.axe()
    page.get_by_role("button", name="Lav ønsket").click()
    expect(page.get_by_text("E-mail fra Kasper Nygaard den 20. november 2026")).to_be_visible()


def test_what_we_have_is_shown_while_typing(phone: Visitor) -> None:
    page = phone.page
    phone.sign_in_as("Nadia Krogh")
    phone.goto("/systemer/?q=formularer")
    phone.axe()
    page.get_by_role("link", name="OS2forms").click()
    phone.axe()
    page.get_by_role("link", name="Ret", exact=True).click()
    phone.axe()
    phone.goto("/oensker/nyt/")
    page.get_by_label("Hvad er besværligt i dag?").press_sequentially(
        "Borgerne mangler formularer til selvbetjening.", delay=5
    )
    expect(page.get_by_role("link", name="OS2forms")).to_be_visible()
    phone.axe()
