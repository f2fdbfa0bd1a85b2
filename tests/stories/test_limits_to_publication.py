"""An economist lowers a frame, a scenario shows a way, the board publishes it, and units see it in their calendars."""

from playwright.sync_api import expect

from tests.stories import planwork
from tests.stories.conftest import Visitor

YEAR = "2027"
REASON = "Budgetforliget sænker rammen til digitale initiativer."


def test_a_lowered_frame_ends_in_a_published_plan_and_in_calendars(visitor: Visitor) -> None:
    visitor.sign_in_as("Erik Dam")
    planwork.wait_for_published(visitor)
    lower_frame(visitor)
    placements_are_broken(visitor)
    look_at_scenario(visitor)
    planwork.begin_plan(visitor)
    planwork.see_new_plan(visitor)
    planwork.publish_newest(visitor)
    nothing_is_broken(visitor)
    unit_sees_it(visitor)


def lower_frame(visitor: Visitor) -> None:
    """The municipality's own for investments in the first year, to half."""
    page = visitor.page
    visitor.goto("/plan/graenser/penge/ret/")
    investments = page.locator(".is-frames tbody tr").filter(
        has=page.locator("option[selected]", has_text="Anlæg")
    )
    [row] = [row for row in investments.all() if not row.locator(".f-committee .grid-input").input_value()]
    amount = row.locator(f".f-{YEAR} input")
    amount.fill(str(int(amount.input_value().replace(".", "")) // 2))
    page.get_by_label("Hvorfor ændres grænsen?").fill(REASON)
    page.get_by_label("Kilde", exact=True).fill("Budget 2027–2030, bilag 3")
    page.get_by_role("button", name="Se, hvad der ændres").click()
    expect(page.locator(".considered")).to_contain_text("ændres")
    expect(page.locator(".considered")).to_contain_text("grænse brydes")
    visitor.axe()
    page.get_by_role("button", name="Gem som version").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    visitor.axe()


def placements_are_broken(visitor: Visitor) -> None:
    visitor.goto("/plan/")
    broken = visitor.page.locator("#brudt")
    broken.locator("summary").click()
    expect(broken).to_contain_text(YEAR)
    expect(broken.get_by_role("link").first).to_be_visible()
    visitor.axe()


def look_at_scenario(visitor: Visitor) -> None:
    """Under the lowered frame, and without the first wish that the planner may leave out."""
    page = visitor.page
    visitor.goto("/plan/scenarier/nyt/")
    page.get_by_label("Navn").fill("Efter budgetforliget")
    page.get_by_label("Ud fra").select_option("i-dag")
    page.get_by_role("button", name="Lav scenariet").click()
    page.get_by_role("link", name="Tag et ønske ud").click()
    page.get_by_label("Ønske", exact=True).select_option(index=1)
    page.get_by_role("button", name="Tilføj").click()
    expect(page.get_by_role("heading", name="Én ting er anderledes")).to_be_visible()
    page.get_by_text("Hurtig", exact=False).first.click()
    page.get_by_role("button", name="Beregn", exact=True).click()
    page.get_by_role("link", name="Vis, hvad der sker").click(timeout=planwork.MOST_SECONDS * 1_000)
    expect(page.locator("#hvad-sker")).to_be_visible()
    expect(page.locator("#initiativer")).to_be_visible()
    expect(page.locator("#penge")).to_be_visible()
    visitor.axe()


def nothing_is_broken(visitor: Visitor) -> None:
    visitor.goto("/plan/")
    expect(visitor.page.get_by_text("Planen er i kraft.")).to_be_visible()
    expect(visitor.page.locator("#brudt")).to_have_count(0)


def unit_sees_it(visitor: Visitor) -> None:
    """Vibeke reads what changes for her, and takes her unit's part into her calendar."""
    page = visitor.page
    visitor.sign_in_as("Vibeke Storm")
    visitor.goto("/plan/")
    page.get_by_role("link", name="Få den i din kalender").click()
    visitor.axe()
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent enhedens").click()
    calendar = download.value.path().read_text(encoding="utf-8")
    assert "SEQUENCE:2" in calendar
    assert "BEGIN:VEVENT" in calendar
