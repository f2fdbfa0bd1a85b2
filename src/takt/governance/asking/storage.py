"""Where attachments lie: a private folder beside the database, never among the files that are served to all."""

import secrets
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import transaction

FOLDER = "attachments"


def private_files() -> FileSystemStorage:
    """Readable by Takt alone. A host that serves or works needs the same folder."""
    return FileSystemStorage(
        location=Path(settings.DATA_FOLDER) / FOLDER,
        base_url=None,
        file_permissions_mode=0o600,
        directory_permissions_mode=0o700,
    )


def a_random_place(instance: object, name: str) -> str:  # noqa: ARG001 - Django's signature
    """The name that somebody gave a file says nothing about where it lies."""
    token = secrets.token_hex(16)
    return f"{token[:2]}/{token}"


def delete_after_commit(places: Iterable[str]) -> None:
    """Take the files away once it is certain that no row names them any more."""
    files = private_files()
    for place in places:
        transaction.on_commit(partial(files.delete, place))
