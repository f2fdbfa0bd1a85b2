"""What was measured, one JSON object per line, so that a long run can be broken off and taken up again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tasks import Task

Entry = Mapping[str, Any]
"""The fields of the task, ``date``, ``machine``, ``versions``, and either ``failed`` or what was found."""


def entries(file: Path) -> list[Entry]:
    """The latest of each task."""
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    every = [json.loads(line) for line in lines if line.strip()]
    return list({_key(entry): entry for entry in every}.values())


def append(file: Path, entry: Entry) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(entry, ensure_ascii=False) + "\n")


def still_to_do(tasks: Iterable[Task], done: Iterable[Entry]) -> list[Task]:
    """Those that failed are tried again."""
    keys = {_key(entry) for entry in done if "failed" not in entry}
    return [task for task in tasks if _key(asdict(task)) not in keys]


def _key(entry: Entry) -> tuple[Any, ...]:
    return tuple(entry[name] for name in Task.__dataclass_fields__)
