"""Where and with what a measurement was made. No host names."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


def today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def description() -> str:
    """Cores, processor and memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {_processor()}, {memory:.0f} GB memory, {platform.system()}"


def versions() -> str:
    parts = [f"{name} {version(name)}" for name in ("takt", "ortools", "highspy", "numpy", "numba")]
    return ", ".join([f"{parts[0]} ({_commit()})", *parts[1:], f"Python {platform.python_version()}"])


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _commit() -> str:
    asked = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "no git"
