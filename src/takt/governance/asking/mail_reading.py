"""An e-mail as somebody saved it (.eml), read as if it were hostile: words and files come out, nothing is fetched.

Standard library only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from takt.governance.asking.page_words import words_of

MOST_BYTES = 20_000_000
MOST_PARTS = 100
MOST_LINES, MOST_BOUNDARIES = 500_000, 30
"""The standard library holds every line against every boundary that it stands within."""
MOST_BODY = 1_000_000
"""Bytes of the text itself; nobody reads on."""
MOST_HEADER = 5_000
"""Characters; a reader of long addresses takes time by the square of their length."""
MOST_TEXT = 4_000
_READ = {"from", "subject", "date", "content-type", "content-disposition", "content-transfer-encoding"}

_BOUNDARY = re.compile(rb"\bboundary\*?[\d*]*\s*=", re.IGNORECASE)
_NO_CHARSET = {"punycode", "idna"}
"""Python calls them so; they write addresses, and long ones take time by the square of their length."""
_ANSWER = re.compile(r"^\s*(?:(?:sv|vs|re|fw|fwd)\s*:\s*)+", re.IGNORECASE)
_NOT_READ = (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError, AssertionError)
"""What the standard library is known to raise over letters that nobody wrote."""


class NotReadable(ValueError):  # noqa: N818 - it is an answer to the person
    """The bytes are no e-mail that can be read."""


@dataclass(frozen=True, slots=True)
class Mail:
    sender: str
    """The name, or the address where there is none."""
    address: str
    sent_at: datetime | None
    title: str
    text: str
    """At most MOST_TEXT characters; of a letter in HTML, its words."""
    is_cut: bool
    files: tuple[tuple[str, bytes], ...]
    """Attachments by the name they carry, as they came."""


def read_mail(data: bytes) -> Mail:
    """Raises NotReadable."""
    if len(data) > MOST_BYTES or b":" not in data[:MOST_HEADER] or _takes_too_long(data):
        raise NotReadable
    try:
        message = message_from_bytes(data, policy=policy.default)
        return _read(message)
    except _NOT_READ as error:
        raise NotReadable from error


def _takes_too_long(data: bytes) -> bool:
    lines = max(data.count(b"\n"), data.count(b"\r"))
    return lines > MOST_LINES or len(_BOUNDARY.findall(data)) > MOST_BOUNDARIES


def _read(message: EmailMessage) -> Mail:
    parts = list(_parts(message))
    if not message["from"]:
        raise NotReadable
    senders = message["from"].addresses
    address = senders[0].addr_spec if senders else ""
    text = _text_of(message)
    if not address or not text:
        raise NotReadable
    return Mail(
        sender=_line(senders[0].display_name) or address,
        address=address,
        sent_at=_moment(message),
        title=_ANSWER.sub("", _line(message["subject"] or ""))[:200],
        text=text[:MOST_TEXT],
        is_cut=len(text) > MOST_TEXT,
        files=tuple(_files(parts)),
    )


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for count, part in enumerate(message.walk()):
        if count > MOST_PARTS or any(_is_too_long(name, value) for name, value in part.raw_items()):
            raise NotReadable
        yield part


def _is_too_long(name: str, value: str) -> bool:
    """Of the headers that are read; the others may be as long as they like."""
    return len(value) > MOST_HEADER and name.lower() in _READ


def _moment(message: EmailMessage) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(message["date"]))
    except (ValueError, TypeError):
        return None
    return moment if moment.tzinfo and 1990 <= moment.year <= 2200 else None


def _text_of(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    content = _decoded(body)  # type: ignore[arg-type]  # get_body forgets the kind
    if body.get_content_type() == "text/html":
        content = words_of(content)
    lines = (" ".join(_line(line).split()) for line in content.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload[:MOST_BODY] if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode("utf-8" if charset in _NO_CHARSET else charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _line(text: str) -> str:
    """Printable only: nothing that turns the direction of writing or hides."""
    return "".join(letter if letter.isprintable() else " " for letter in str(text)).strip()


def _files(parts: list[EmailMessage]) -> Iterator[tuple[str, bytes]]:
    """Those that the sender attached; pictures of a signature and letters within the letter are left."""
    for part in parts:
        name = part.get_filename()
        if name and part.is_attachment() and not part.is_multipart():
            payload = part.get_payload(decode=True)
            yield str(name), payload if isinstance(payload, bytes) else b""
