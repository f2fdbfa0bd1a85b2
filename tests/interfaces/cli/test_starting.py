"""A server that is not set up says what is missing, once and in words."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("command", ["up", "worker", "prepare", "verify-ledger"])
def test_a_missing_key_is_said_in_words(command: str, tmp_path: Path) -> None:
    surroundings = {"PATH": "/usr/bin:/bin", "TAKT_DATA": str(tmp_path), "PYTHONPATH": ":".join(sys.path)}
    said = subprocess.run(
        [sys.executable, "-m", "takt.interfaces.cli.main", command],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert said.returncode == 2
    assert "TAKT_SECRET_KEY is not set" in said.stderr
    assert "Traceback" not in said.stderr
