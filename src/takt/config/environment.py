"""What the surroundings say: environment variables, read in one place and refused loudly when wrong.

docs/guides/drift.md lists every variable.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[3]


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def switch(name: str) -> bool:
    """Off unless set to 1; anything but 0 and 1 is refused."""
    value = text(name, "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be 1 (on) or 0 (off).")
    return value == "1"


def names(name: str, default: str) -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def whole(name: str, default: int, *, least: int) -> int:
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal() and len(value) < 7 and int(value) >= least):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number, {least} or more.")
    return int(value)


def cluster() -> str:
    """TAKT_CLUSTER: the address of a Dask scheduler, such as tcp://10.0.0.5:8786; empty: compute on this host."""
    address = text("TAKT_CLUSTER")
    if address and urlparse(address).scheme not in {"tcp", "tls"}:
        raise ImproperlyConfigured(
            f"TAKT_CLUSTER is {address!r}; it must be tcp://host:port or tls://host:port."
        )
    return address


def data_folder() -> Path:
    """Where a small installation keeps its database, key and mail; made on first use."""
    folder = Path(text("TAKT_DATA") or ROOT / "var")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path, *, demo: bool) -> str:
    """TAKT_SECRET_KEY; a demonstration makes its own and keeps it in the data folder."""
    if key := text("TAKT_SECRET_KEY"):
        return key
    kept = folder / "secret_key"
    if not demo:
        raise ImproperlyConfigured(
            "TAKT_SECRET_KEY is not set. Give it a long random text, the same on every web and worker host."
        )
    if not kept.exists():
        from django.core.management.utils import get_random_secret_key

        kept.touch(mode=0o600)
        kept.write_text(get_random_secret_key())
    return kept.read_text()


def database(url: str, folder: Path) -> dict[str, object]:
    """DATABASE_URL as Django settings: sqlite:///path or postgres://user:password@host:port/name."""
    parts = urlparse(url or f"sqlite:///{folder / 'takt.sqlite3'}")
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path.removeprefix("/") if parts.path.startswith("//") else parts.path),
            "OPTIONS": {
                # writers queue instead of failing, readers never wait
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        query = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # such as sslmode=verify-full; the driver refuses what it does not know
            "OPTIONS": query,
        }
    raise ImproperlyConfigured(
        f"DATABASE_URL begins with {parts.scheme!r}; it must begin with sqlite:/// or postgres://."
    )


@dataclass(frozen=True, slots=True)
class Smtp:
    """Where e-mails are handed over. Without a host they are written to a folder instead."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False

    def __bool__(self) -> bool:
        return bool(self.host)


def smtp(url: str) -> Smtp:
    """TAKT_SMTP_URL: smtp://host (no encryption), smtp+starttls://user:password@host, smtps://host:465."""
    if not url:
        return Smtp()
    parts = urlparse(url)
    if parts.scheme not in {"smtp", "smtp+starttls", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(
            f"TAKT_SMTP_URL is {parts.scheme}://…; it must be smtp://host, smtp+starttls://host or smtps://host."
        )
    usual = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}[parts.scheme]
    return Smtp(
        unquote(parts.hostname),
        parts.port or usual,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )
