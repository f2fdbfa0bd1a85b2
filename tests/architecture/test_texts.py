"""Every Danish text on a page has an English one, and no catalogue keeps texts that are gone."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[2] / "src" / "takt"
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
Message = tuple[str | None, str]


def texts_in(file: Path) -> Iterator[Message]:
    text = file.read_text(encoding="utf-8")
    code = flat(templatize(text, origin=str(file))) if file.suffix in {".html", ".txt"} else text
    for _, message, _, context in extract("python", BytesIO(code.encode()), keywords=KEYWORDS):
        yield context, message[0] if isinstance(message, tuple) else message


def flat(code: str) -> str:
    """What Django makes of a template is Python but for its indentation."""
    return "\n".join(line.strip() for line in code.splitlines())


def all_texts() -> dict[Message, Path]:
    files = [*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.txt")]
    return {message: file for file in files if "migrations" not in file.parts for message in texts_in(file)}


def all_english() -> dict[Message, str]:
    english: dict[Message, str] = {}
    for catalogue in SOURCE.rglob("locale/en/LC_MESSAGES/django.po"):
        with catalogue.open("rb") as file:
            for message in read_po(file, locale="en", abort_invalid=True):
                if message.id:
                    key = message.id[0] if isinstance(message.id, tuple) else message.id
                    texts = message.string if isinstance(message.string, tuple) else (message.string,)
                    english[message.context, key] = "" if not all(texts) or message.fuzzy else str(texts[0])
    return english


def test_every_text_has_an_english_one() -> None:
    english = all_english()
    missing = [
        f"{file.relative_to(SOURCE)}: {key}" for key, file in all_texts().items() if not english.get(key)
    ]
    assert not missing, "\n".join(missing)


def test_no_catalogue_keeps_a_text_that_is_gone() -> None:
    texts = all_texts()
    gone = [key for key in all_english() if key not in texts]
    assert not gone, "\n".join(str(key) for key in gone)


@pytest.mark.parametrize("placeholder", ["%(", "{"])
def test_english_texts_keep_their_placeholders(placeholder: str) -> None:
    import re

    pattern = re.compile(r"%\(\w+\)s" if placeholder == "%(" else r"\{\w*\}")
    wrong = [
        key[1]
        for key, english in all_english().items()
        if set(pattern.findall(key[1])) != set(pattern.findall(english)) and key in all_texts()
    ]
    assert not wrong, "\n".join(wrong)
