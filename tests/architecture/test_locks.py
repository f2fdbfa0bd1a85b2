"""How rows are locked, so that people who act at once take turns and never wait for each other in a ring."""

import ast
from pathlib import Path

import takt

SOURCE = Path(takt.__file__).parent


def test_a_locked_row_can_still_be_pointed_at() -> None:
    """A plain ``FOR UPDATE`` stops every new row with a foreign key to it, also of those who hold the ledger's end."""
    wrong = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in SOURCE.rglob("*.py")
        for call in _locks(ast.parse(path.read_text(encoding="utf-8")))
        if not {"no_key", "skip_locked"} & {one.arg for one in call.keywords}
    ]
    assert not wrong, f"say no_key=True: {wrong}"


def _locks(tree: ast.AST) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "select_for_update"
    ]
