"""What the list of wishes must know before it offers the way to Excel."""

from django import template

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.interfaces.exchange import rules

register = template.Library()


@register.simple_tag
def why_not_bring(by: Person) -> Refusal | None:
    """So that the button can say it before anyone has chosen a file."""
    return rules.why_not_bring(by)
