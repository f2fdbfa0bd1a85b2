"""The address of each limit, and of the row on its page where a figure comes from."""

from django.urls import reverse
from django.utils.text import slugify

from takt.governance.planning.models import LimitKind

SLUGS = {
    LimitKind.MONEY: "penge",
    LimitKind.STAFF: "bemanding",
    LimitKind.CEILINGS: "lofter",
    LimitKind.FREEZES: "frysperioder",
}
LIMITS = {slug: limit for limit, slug in SLUGS.items()}


def limit_url(limit: str, row: str = "") -> str:
    """``row``: the id of a row on the page."""
    where = reverse("limit", args=[SLUGS[LimitKind(limit)]])
    return f"{where}#{row}" if row else where


def anchor(id_: str) -> str:
    """The id of the row of a frame or a role, by what the question calls it."""
    return f"r-{slugify(id_.replace('/', '-'))}"
