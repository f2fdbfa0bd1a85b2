"""Take the pictures of the guides anew, while `make run` is running.

    .venv/bin/python docs/guides/billeder.py [http://127.0.0.1:8000]

Needs the development packages (`make test` installs them) and Chromium.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).with_name("billeder")
WISH = (
    "Jeg bruger to timer om dagen på at skrive notater efter borgersamtaler. Kunne vi bruge talegenkendelse?"
)
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def main(url: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    chromium = os.environ.get("TAKT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for suffix, size in (("", WIDE), ("-390", PHONE)):
            context = browser.new_context(viewport=size, locale="da-DK")  # type: ignore[arg-type]
            take_all(context.new_page(), url, suffix)
            context.close()
        browser.close()


def take_all(page: Page, url: str, suffix: str) -> None:
    def keep(name: str, *, whole: bool = True) -> None:
        page.wait_for_timeout(400)
        page.screenshot(path=FOLDER / f"{name}{suffix}.png", full_page=whole)

    def be(name: str) -> None:
        page.context.clear_cookies()
        page.goto(f"{url}/demonstration/")
        page.get_by_role("button", name=name).click()
        page.wait_for_url(f"{url}/")

    be("Birgit Lund")
    keep("overblik")
    page.goto(f"{url}/plan/")
    keep("plan", whole=False)
    page.locator("a[href*='oenske=']").last.click()
    page.locator("#hvorfor-titel").wait_for()
    keep("hvorfor-ikke", whole=False)
    move_a_bar(page, url, keep)
    look_at_futures(page, url, keep)
    page.goto(f"{url}/plan/i-kraft/")
    page.get_by_role("link", name="Planversion").first.click()
    keep("planforslag", whole=False)
    look_at_sureness(page, url, keep)
    page.goto(f"{url}/plan/graenser/")
    keep("graenser", whole=False)
    be("Erik Dam")
    page.goto(f"{url}/plan/graenser/penge/ret/")
    page.locator("[name='frames.2.2029']").fill("4.000.000")
    page.get_by_role("button", name="Se, hvad der ændres").click()
    page.locator("#aendringer").wait_for()
    keep("graense-aendring", whole=False)
    be("Birgit Lund")
    page.goto(f"{url}/oensker/")
    keep("oensker", whole=False)
    page.goto(f"{url}/oensker/?q=sk%C3%A6rmbes%C3%B8g")
    page.get_by_role("link", name="Skærmbesøg i hjemmeplejen").click()
    keep("sag")
    page.goto(f"{url}/styring/")
    keep("styring")
    page.goto(f"{url}/moeder/")
    keep("moeder", whole=False)
    hold_a_meeting(page, url)
    keep("moedelokale")
    be("Nadia Krogh")
    page.goto(f"{url}/netvaerk/")
    keep("netvaerk")
    page.goto(f"{url}/netvaerk/medlemmer/")
    keep("netvaerk-medlemmer", whole=False)
    page.goto(f"{url}/hoeringer/")
    page.get_by_role("link", name="rengøringshjælp").click()
    keep("hoering")
    be("Fatma Yildiz")
    page.goto(f"{url}/opgaver/")
    keep("opgaver", whole=False)
    page.locator("a[href*='/kvalificering/']").first.click()
    keep("kvalificering")
    page.goto(f"{url}/sag/2026-013/bedoemmelse/")
    keep("bedoemmelse")
    be("Vibeke Storm")
    page.goto(f"{url}/parathed/")
    page.get_by_role("link", name="Hjemmeplejen Vest").first.click()
    keep("parathed")
    be("Anna Holm")
    page.goto(f"{url}/oensker/nyt/")
    page.get_by_label("Hvad er besværligt i dag?").press_sequentially(WISH)
    page.locator("#ligner mark").first.wait_for()
    keep("nyt-oenske")


def move_a_bar(page: Page, url: str, keep: Callable[[str], None]) -> None:
    """By keyboard, where bars are drawn; on a phone by the form. And the windows of two units."""
    page.goto(f"{url}/plan/")
    bar = page.locator("[data-bar][role=slider]").nth(5)
    if bar.is_visible():
        bar.focus()
        for _month in range(3):
            page.keyboard.press("ArrowLeft")
        page.locator("#flyt").wait_for()
    else:
        page.goto(f"{url}/plan/flyt/?oenske=2026-031&maaned=2028-08")
    keep("flyt", whole=False)
    page.goto(f"{url}/plan/vinduer/?enhed=u3&enhed=u5&timer=1&pr=medarbejder&maaneder=3")
    keep("udrulningsvinduer")


def look_at_futures(page: Page, url: str, keep: Callable[[str], None]) -> None:
    """Those of the demonstration; the worker must have computed them."""
    page.goto(f"{url}/plan/scenarier/")
    keep("scenarier")
    page.get_by_role("link", name="Én projektleder mere").click()
    keep("scenarie")
    page.goto(f"{url}/plan/scenarier/gennemregninger/")
    page.get_by_role("link", name="Rammer og projektledere").click()
    keep("gennemregning")


def look_at_sureness(page: Page, url: str, keep: Callable[[str], None]) -> None:
    """Beside the newest plan; the worker must have reckoned them."""
    for link, name in (
        ("Hvor sikkert?", "hvor-sikkert"),
        ("Hvad er det værd?", "hvad-er-det-vaerd"),
        ("Til byrådet", "plan-paa-en-side"),
    ):
        page.goto(f"{url}/plan/")
        page.get_by_role("link", name=link).click()
        keep(name)


def hold_a_meeting(page: Page, url: str) -> None:
    """Opens the board's next meeting, once: the second size of pictures finds it open."""
    page.goto(f"{url}/moeder/?forum=direktionen")
    page.locator(".meeting-list a").first.click()
    if (open_it := page.get_by_role("button", name="Åbn mødet")).count():
        open_it.click()
        for box in page.locator("input[name=present]").all():
            box.check()
        page.get_by_role("button", name="Gem fremmøde").click()
    else:
        page.get_by_role("link", name="Gå til mødelokalet").click()
    page.locator("nav.agenda a").nth(2).click()
    page.locator("label[for=udfald-approved_with_conditions]").click()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
