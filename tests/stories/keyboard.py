"""A person who has a keyboard and nothing else. No element is ever clicked, filled or focused by its name."""

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 160
"""A page on which it takes longer to reach something cannot be used."""
HAS_OUTLINE = """() => {
    const it = document.activeElement;
    return [it, it.nextElementSibling, ...(it.labels || [])].some(
        (one) => one && getComputedStyle(one).outlineStyle !== "none",
    );
}"""


class Keyboard:
    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, wanted: Locator) -> None:
        """Tab until it has the focus, and see that one can see so."""
        expect(wanted).to_have_count(1)
        for _step in range(MOST_TABS):
            if wanted.evaluate("element => element === document.activeElement"):
                assert self.is_visible(), f"the focus on {wanted} cannot be seen"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {wanted}")

    def is_visible(self) -> bool:
        """The focus has an outline, or the label of a hidden choice has."""
        return bool(self.page.evaluate(HAS_OUTLINE))

    def press(self, wanted: Locator, key: str = "Enter") -> None:
        self.reach(wanted)
        self.page.keyboard.press(key)

    def write(self, wanted: Locator, text: str) -> None:
        """In place of what stands there."""
        self.reach(wanted)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def write_day(self, wanted: Locator, day: str) -> None:
        """``day``: as digits in the order in which the browser asks for them."""
        self.reach(wanted)
        self.page.keyboard.type(day)

    def tick(self, box: Locator) -> None:
        self.reach(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def choose(self, group: Locator, wanted: Locator) -> None:
        """``group``: radio buttons. Tab enters it, the arrows walk in it."""
        self.enter(group)
        for _step in range(group.count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never reach {wanted}")

    def enter(self, group: Locator) -> None:
        for _step in range(MOST_TABS):
            if group.evaluate_all("all => all.includes(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {group}")

    def has_focus(self, wanted: Locator) -> bool:
        return bool(wanted.evaluate("element => element === document.activeElement"))
