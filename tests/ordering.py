"""Hold every query of every test against what sorts alike on SQLite and PostgreSQL.

SQLite has nothing first and PostgreSQL has it last; and each sorts æ, ø and å in its own way. So an order says where
what is empty stands (``F(...).asc(nulls_last=True)``), and words are sorted by a key made for it (``sort_key``).
"""

from typing import Any

from django.db import models
from django.db.models.expressions import Col, OrderBy
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.constants import LOUTER

PLAIN_WORDS = {"key", "body_key", "number", "sha256", "file", "hash", "name_key"}
"""Texts of letters and digits that every collation sorts alike."""


def watch_orders() -> None:
    """From now on a query that sorts by chance is an error where it is made."""
    wanted = SQLCompiler.get_order_by

    def get_order_by(self: Any) -> Any:
        found = wanted(self)
        for order, _sql in found:
            wrong = why_not_alike(order, self.query) if isinstance(order, OrderBy) else ""
            assert not wrong, f"{self.query.model.__name__} is sorted by {wrong}"
        return found

    SQLCompiler.get_order_by = get_order_by


def why_not_alike(order: OrderBy, query: Any) -> str:
    column = order.expression
    if not isinstance(column, Col) or not column.target.model.__module__.startswith("takt."):
        return ""
    says_where = order.nulls_first or order.nulls_last
    if not says_where and may_be_empty(column, query):
        return f"“{column.target.name}”, which may be empty"
    if is_words(column.target):
        return f"the words of “{column.target.name}”"
    return ""


def may_be_empty(column: Col, query: Any) -> bool:
    join = query.alias_map.get(column.alias)
    is_optional = column.target.null or getattr(join, "join_type", None) == LOUTER
    return is_optional and not any(_settles(condition, column) for condition in query.where.children)


def _settles(condition: Any, column: Col) -> bool:
    """The rows that pass the condition all have it, or none of them has."""
    left = getattr(condition, "lhs", None)
    return isinstance(left, Col) and (left.alias, left.target) == (column.alias, column.target)


def is_words(field: Any) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(
        field, models.SlugField
    )
    return is_text and not field.choices and field.name != "sort_key" and field.name not in PLAIN_WORDS
