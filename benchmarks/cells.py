"""Tables and numbers as Markdown shows them."""

from collections.abc import Iterable

Row = tuple[str, ...]


def ms(seconds: float) -> str:
    """Milliseconds."""
    return f"{1000 * seconds:,.1f}"


def table(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
