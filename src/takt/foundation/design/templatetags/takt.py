"""Components and formats that every template may use without loading them.

Each component is one template in ``design/components``; its parameters are the tag's arguments.
"""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from takt.calculation import wording

register = template.Library()

KINDS = {"must": "skal", "should": "boer", "could": "kan"}


def language() -> wording.Language:
    return "en" if get_language() == "en" else "da"


@register.simple_tag
def icon(name: str, css: str = "icon") -> SafeString:
    """An icon from Det Fælles Designsystem; decoration only, so the words beside it must say the same."""
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        css,
        static("dkfds/img/all-svg-icons.svg"),
        name,
    )


@register.simple_tag
def mark(shape: str, css: str = "mark") -> SafeString:
    """The shape of a status (ok, warn, bad, none, info), for use beside its word."""
    return mark_safe(render_to_string("design/components/mark.html", {"shape": shape, "css": css}))  # noqa: S308 - our own template


@register.simple_tag
def status_mark(shape: str, word: str) -> SafeString:
    """Shape and word together: a status is never only a colour."""
    return mark_safe(  # noqa: S308 - our own template, which escapes the word
        render_to_string("design/components/status_mark.html", {"shape": shape, "word": word})
    )


@register.simple_tag
def kind(obligation: str) -> SafeString:
    """skal, bør or kan."""
    word = {
        "must": pgettext("forpligtelse", "skal"),
        "should": pgettext("forpligtelse", "bør"),
        "could": pgettext("forpligtelse", "kan"),
    }[obligation]
    return format_html('<span class="kind kind-{}">{}</span>', KINDS[obligation], word)


@register.simple_block_tag
def section(
    content: str,
    eyebrow: str,
    title: str,
    *,
    id: str,  # noqa: A002 - it is the HTML attribute
    foot: str = "",
    css: str = "",
    level: int = 2,
) -> SafeString:
    """A section whose heading is the finding and whose eyebrow names the subject."""
    return mark_safe(  # noqa: S308 - content was rendered by the template engine
        render_to_string(
            "design/components/block.html",
            {
                "eyebrow": eyebrow,
                "title": title,
                "id": id,
                "content": content,
                "foot": foot,
                "css": css,
                "level": level,
            },
        )
    )


@register.simple_tag
def source(text: str, url: str) -> SafeString:
    """The way from a block to where its figures come from."""
    return format_html('<a class="source-link" href="{}">{}</a>', url, text)


@register.inclusion_tag("design/components/empty_state.html")
def empty_state(title: str, text: str) -> dict[str, str]:
    """What is empty, and what to do."""
    return {"title": title, "text": text}


@register.inclusion_tag("design/components/field.html")
def field(bound: Any, hint: str = "") -> dict[str, Any]:
    """A form field with label, hint and error in the order a screen reader should say them."""
    return {"field": bound, "hint": hint}


@register.inclusion_tag("design/components/paging.html", takes_context=True)
def paging(context: template.Context, page: Any) -> dict[str, Any]:
    """Earlier and later pages of a list; keeps filter, search and order in the address."""
    return {"page": page, "request": context["request"]}


@register.filter
def day(when: date | datetime | None) -> str:
    """3. december 2026."""
    if when is None:
        return ""
    moment = localtime(when).date() if isinstance(when, datetime) else when
    return wording.day(moment, language())


@register.filter
def clock(when: datetime) -> str:
    """kl. 13.19."""
    return wording.clock(localtime(when), language())


@register.filter
def kroner(amount: int | None) -> str:
    """1.250.000 kr."""
    return "" if amount is None else wording.kroner(amount, language())


@register.filter
def mio(amount: int | None) -> str:
    """2,4 mio. kr."""
    return "" if amount is None else wording.mio_kroner(amount, language())


@register.filter
def number(value: float | None, decimals: int = 0) -> str:
    """1.620 or 4,1."""
    return "" if value is None else wording.number(value, decimals, language())


@register.filter
def counted(amount: int) -> str:
    """Small counts in words, larger ones in figures: to, tolv, 13."""
    return wording.count(amount, language())


@register.filter
def month(value: Any) -> str:
    """april 2027."""
    return "" if value is None else wording.month_name(value, language())


@register.filter
def person_or_forgotten(person: Any) -> str:
    """The name, or that the person has asked to be forgotten."""
    return str(person) if person else _("en medarbejder, der er slettet")
