"""The real settings, in surroundings that belong to the tests alone."""

import os
import tempfile
from pathlib import Path

os.environ.update(
    TAKT_DEMO="1",
    TAKT_DATA=tempfile.mkdtemp(prefix="takt-tests-"),
    TAKT_SECRET_KEY="only-for-tests",
    TAKT_HOSTS="localhost,127.0.0.1,testserver",
)

from takt.config.settings import *  # noqa: F403
from takt.config.settings import STORAGES

# pages in tests need no collected static files, and passwords need not be expensive
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="takt-static-"))
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
