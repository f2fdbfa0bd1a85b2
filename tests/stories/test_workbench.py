"""The workbench in a browser: three points while typing, options, risks, law, an owner who says yes, and ready."""

from tests.stories.conftest import Visitor

CASE = "/sag/2026-090/"
BENCH = f"{CASE}kvalificering/"


def test_a_case_is_qualified_part_by_part(visitor: Visitor, phone: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Digitaliseringskonsulent")
    visitor.goto(BENCH)
    page.get_by_label("Anlæg, lavt skøn").fill("100000")
    page.get_by_label("Anlæg, sandsynligt skøn").fill("200000")
    page.get_by_label("Anlæg, højt skøn").fill("900000")
    page.locator("#weighted-investment", has_text="300.000 kr.").wait_for()
    page.get_by_label("Anlæg bygger på", exact=True).fill("Opdigtet tilbud")
    page.get_by_role("button", name="Gem skønnet").click()
    page.get_by_text("Gemt.").wait_for()

    page.get_by_label("Købe: kort vurdering").fill("To leverandører kan levere")
    page.get_by_label("Købe: afgørelse").select_option("chosen")
    page.get_by_label("Købe: hvorfor").fill("Billigst over fire år")
    page.get_by_role("button", name="Gem muligheder").click()
    page.get_by_role("heading", name="Vi vælger: købe").wait_for()

    page.get_by_label("Ny risiko: hvad kan gå galt").first.fill("Integrationen trækker ud")
    page.locator("[name=probability-new-1]").select_option("4")
    page.locator("[name=consequence-new-1]").select_option("4")
    page.get_by_role("button", name="Gem risici").click()
    page.get_by_role("img", name="risiko 1: sandsynlighed 4").wait_for()

    page.locator("label[for=answer-personal_data-yes]").click()
    page.get_by_role("button", name="Gem svarene").click()
    page.get_by_role("rowheader", name="Fortegnelse og hjemmel").wait_for()

    page.locator("#owner").fill("Vibeke Storm")
    page.get_by_role("button", name="Udpeg og spørg").click()
    page.get_by_role("heading", name="Vibeke Storm er spurgt og har ikke svaret").wait_for()
    visitor.axe()

    visitor.sign_in_as("Distriktsleder")
    visitor.goto(CASE)
    visitor.axe()
    page.get_by_role("button", name="Ja, jeg står for gevinsten").click()
    page.get_by_role("heading", name="Vibeke Storm står for gevinsten").wait_for()

    phone.sign_in_as("Digitaliseringskonsulent")
    phone.goto(BENCH)
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.axe()
    phone.goto("/styring/forum/teknologiraadet/tjekliste/")
    phone.axe()


def test_strategies_and_law_are_read_by_all(visitor: Visitor) -> None:
    visitor.sign_in_as("Revisor")
    for address in ("/strategi-og-lov/", "/strategi-og-lov/lov/"):
        visitor.goto(address)
        visitor.axe()
