"""kill −9 of the worker at ten random moments of a plan run: one result each time, whole, and no run is stuck."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

from tests.stories.conftest import own_database

SHORT_LEASE_SECONDS = "3"


def test_a_worker_killed_at_ten_random_moments_leaves_one_whole_result_each_time(tmp_path: Path) -> None:
    surroundings = {
        **os.environ,
        "TAKT_DATA": str(tmp_path),
        "TAKT_DEMO": "1",
        "TAKT_SECRET_KEY": "only-for-tests",
        "TAKT_LEASE_SECONDS": SHORT_LEASE_SECONDS,
        "DJANGO_SETTINGS_MODULE": "takt.config.settings",
        "DATABASE_URL": own_database(os.environ.get("DATABASE_URL", "")),
        "PYTHONPATH": os.pathsep.join(["src", "."]),
    }
    seed = Random().randrange(10_000)
    command = [sys.executable, "-m", "tests.governance.planning.killing", str(seed)]
    done = subprocess.run(
        command, env=surroundings, capture_output=True, text=True, timeout=1_500, check=False
    )
    assert done.returncode == 0, f"seed {seed}: {done.stderr[-2_000:]}"
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(runs) == 10
    for run in runs:
        told = f"seed {seed}: {run}"
        assert (run["state"], run["recorded"], run["placements"]) == ("done", 1, 12), told
        assert run["lawful"], told
        assert not run["half_written"], told
        assert not run["stuck"], told
        assert run["attempts"] <= 2, told
    assert len({run["plan_sha256"] for run in runs}) == 1, f"seed {seed}: the same question, other plans"
