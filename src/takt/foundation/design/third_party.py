"""Front-end packages from npm, served beside our own files but never committed.

Only what the pages use is taken: the neutral theme of Det Fælles Designsystem, its fonts and icons, and htmx.
"""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.checks import CheckMessage, Error
from django.core.files.storage import FileSystemStorage

PACKAGES = {
    "dkfds": (
        "dkfds/dist",
        (
            "css/dkfds.min.css",
            "fonts/IBMPlexSans/complete/woff*",
            "fonts/IBMPlexSans/complete/*/IBMPlexSans-Regular.*",  # also named in old formats
            "img/all-svg-icons.svg",
            "img/logo-*placeholder.png",  # the style sheet names them; no page does
            "img/svg-icons/*.svg",
        ),
    ),
    "htmx": ("htmx.org/dist", ("htmx.min.js",)),
}


class ThirdPartyFinder(BaseFinder):
    """Finds ``dkfds/…`` and ``htmx/…`` in node_modules."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storages = {}
        for prefix, (folder, _) in PACKAGES.items():
            storage = FileSystemStorage(location=Path(settings.NODE_MODULES) / folder)
            storage.prefix = prefix  # type: ignore[attr-defined]  # collectstatic reads it
            self.storages[prefix] = storage

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        if (Path(settings.NODE_MODULES) / "dkfds").is_dir():
            return []
        return [
            Error(
                "The front-end packages are missing.", hint="Run `npm ci` (or `make setup`).", id="takt.E001"
            )
        ]

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002
        prefix, _, rest = path.partition("/")
        if prefix in PACKAGES and self._wanted(prefix, rest) and self.storages[prefix].exists(rest):
            full = self.storages[prefix].path(rest)
            return [full] if find_all else full
        return []

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        for prefix, storage in self.storages.items():
            root = Path(storage.location)
            for file in sorted(root.rglob("*")):
                relative = file.relative_to(root).as_posix()
                if file.is_file() and self._wanted(prefix, relative):
                    yield relative, storage

    @staticmethod
    def _wanted(prefix: str, path: str) -> bool:
        return any(fnmatch(path, pattern) for pattern in PACKAGES[prefix][1])


class HashedFiles(ManifestStaticFilesStorage):
    """File names with their hash, so that browsers may keep them for ever.

    Source maps are not shipped, so the pattern that would look for them is left out.
    """

    patterns = tuple(
        (extension, tuple(one for one in rules if "sourceMappingURL" not in str(one)))
        for extension, rules in ManifestStaticFilesStorage.patterns
    )
