"""What an answer says, whatever it is wrapped in: page, paper, workbook, calendar or file."""

import zipfile
from io import BytesIO
from typing import Any

from tests.interfaces.papers.reading import words_of


def said_in(answer: Any) -> str:
    """Everything, headings of the answer too."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    heads = " ".join(f"{name}: {value}" for name, value in answer.items())
    if body.startswith(b"%PDF-"):
        return f"{heads} {words_of(body)}"
    if body.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(body)) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return " ".join([heads, *parts])
    return f"{heads} {body.decode()}"
