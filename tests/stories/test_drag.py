"""A bar of the roadmap is moved by keyboard, mouse and finger, kept as a wish to the planner, and let go again."""

from playwright.sync_api import Locator, Page, expect

from tests.stories.conftest import Visitor
from tests.stories.planwork import wait_for_plan

WHY = "Borgerservice har travlt i foråret."


def bars(page: Page) -> Locator:
    return page.locator("[data-bar][role=slider]")


def test_a_start_is_tried_kept_and_let_go(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Digitaliseringskonsulent")
    wait_for_plan(visitor)
    expect(page.get_by_text("Træk en bjælke for at prøve en anden start.")).to_be_visible()
    visitor.axe()
    by_keyboard(page)
    by_finger(page)
    number = by_mouse(page)
    page.get_by_label("Hvorfor skal starten fastholdes?").fill(WHY)
    visitor.axe()
    page.get_by_role("button", name="Behold som ønske til planlæggeren").click()

    row = page.get_by_role("row").filter(has_text=number).filter(has_text=WHY)
    expect(row.get_by_text("venter")).to_be_visible()
    visitor.axe()
    row.get_by_role("button", name="Træk tilbage").click()
    expect(page.get_by_text("er trukket tilbage.")).to_be_visible()
    expect(row).to_have_count(0)


def by_keyboard(page: Page) -> None:
    """Arrows move it a month, Enter goes to the answer, Escape puts it back where the focus was."""
    bar = bars(page).first
    bar.focus()
    before = bar.get_attribute("aria-valuetext")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#flyt")).to_contain_text("2 måneder senere end i planen")
    expect(page.locator("#flyt-lyd")).to_contain_text("2 måneder senere end i planen")
    page.keyboard.press("Enter")
    expect(page.locator("#flyt-hvorfor")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#flyt-svar")).to_be_hidden()
    expect(bar).to_be_focused()
    expect(bar).to_have_attribute("aria-valuetext", str(before))
    page.keyboard.press("ArrowDown")
    expect(bars(page).nth(1)).to_be_focused()


def by_finger(page: Page) -> None:
    x, y, month = _middle_of(bars(page).nth(1))
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 5):
        points = [{"x": x + step * month / 2, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator("#flyt")).to_contain_text("2 måneder senere end i planen")
    page.get_by_role("link", name="Fortryd, og gå tilbage til planen").click()
    expect(page.locator("#flyt-svar")).to_be_hidden()


def by_mouse(page: Page) -> str:
    """The number of the one that was moved."""
    bar = bars(page).nth(2)
    x, y, month = _middle_of(bar)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 3 * month, y + 4, steps=6)
    page.mouse.up()
    expect(page.locator("#flyt")).to_contain_text("3 måneder senere end i planen")
    return str(bar.get_attribute("data-bar"))


def _middle_of(bar: Locator) -> tuple[float, float, float]:
    """On the page, and how wide a month is."""
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    month = bar.evaluate(
        "bar => bar.ownerSVGElement.getBoundingClientRect().width / bar.ownerSVGElement.dataset.months"
    )
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, month


def test_without_dragging_the_form_does_the_same(phone: Visitor) -> None:
    page = phone.page
    phone.sign_in_as("Digitaliseringskonsulent")
    wait_for_plan(phone)
    phone.goto("/plan/?oenske=2026-031")
    page.get_by_label("Flyt start til måned").select_option(index=3)
    page.get_by_role("button", name="Prøv", exact=True).click()
    expect(page.get_by_role("button", name="Behold som ønske til planlæggeren")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.axe()


def test_windows_are_found_from_a_case(visitor: Visitor) -> None:
    page = visitor.page
    visitor.sign_in_as("Digitaliseringskonsulent")
    wait_for_plan(visitor)
    visitor.goto("/sag/2026-031/")
    page.get_by_role("link", name="Hvornår er der plads?").click()
    expect(page.get_by_role("heading", name="Belastningen, hvis udrulningen lå i måneden")).to_be_visible()
    visitor.axe()
