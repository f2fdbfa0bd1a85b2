"""Write to those who care about a case: who wished, who joined and who follows. One place, for every step."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from takt.foundation.design.templatetags.takt import day
from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person
from takt.governance.asking.models import Follower, Supporter, Wish
from takt.governance.flow.models import Initiative

spoken_day = lazy(day, str)
"""A date that is put into words when it is read, in the reader's language."""
RECEIPT = _(
    "Tak for ønsket “%(title)s”. Det har fået nummer %(number)s.\n\n"
    "Du får svar senest %(day)s. Svaret er ja, ikke endnu eller nej, og det har altid en begrundelse."
    " På siden her kan du se, hvor langt det er nået, og trække det tilbage."
)
RECEIPT_FOR_ANOTHER = _(
    "%(writer)s har skrevet ønsket “%(title)s” for dig. Det har fået nummer %(number)s.\n\n"
    "Du får svar senest %(day)s. Svaret er ja, ikke endnu eller nej, og det har altid en begrundelse."
    " Er det ikke dit ønske, kan du trække det tilbage på siden her."
)


def people_behind(initiative: Initiative) -> list[Person]:
    """Wisher, writer, supporters and followers; each once, though they be several of these."""
    wish = Wish.objects.filter(initiative=initiative)
    behind = (
        Q(pk__in=wish.values("wished_by"))
        | Q(pk__in=wish.values("written_by"))
        | Q(pk__in=Supporter.objects.filter(wish__in=wish).values("person"))
        | Q(pk__in=Follower.objects.filter(initiative=initiative).values("person"))
    )
    return list(Person.objects.filter(behind, is_active=True).order_by("pk"))


def tell_followers(
    initiative: Initiative,
    *,
    subject: str | Promise,
    text: str | Promise,
    at: datetime,
    values: Mapping[str, object] | None = None,
    by: Person | None = None,
) -> None:
    """Tell everybody behind a case but ``by``, who did it. ``number`` and ``title`` are filled in for both texts."""
    for person in people_behind(initiative):
        if person != by:
            _tell(person, initiative, subject=subject, text=text, at=at, values=values)


def tell_of_receipt(wish: Wish, *, at: datetime) -> None:
    """To the one who wished: the number, and the day on which there is an answer."""
    is_for_another = wish.written_by is not None and wish.written_by != wish.wished_by
    _tell(
        wish.wished_by,
        wish.initiative,
        subject=_("Vi har modtaget dit ønske: %(number)s"),
        text=RECEIPT_FOR_ANOTHER if is_for_another else RECEIPT,
        values={"day": spoken_day(wish.answer_due_date), "writer": wish.written_by},
        at=at,
    )


def tell_of_supporter(supporter: Supporter, *, at: datetime) -> None:
    wish = supporter.wish
    values = {"who": supporter.person, "unit": supporter.unit, "reason": supporter.reason}
    text = _("%(who)s i %(unit)s har sluttet sig til dit ønske “%(title)s”.")
    if supporter.reason:
        text = _("%(who)s i %(unit)s har sluttet sig til dit ønske “%(title)s” og skriver:\n\n%(reason)s")
    _tell(
        wish.wished_by,
        wish.initiative,
        subject=_("En kollega er med i dit ønske %(number)s"),
        text=text,
        values=values,
        at=at,
    )


def tell_of_withdrawal(wish: Wish, *, by: Person, at: datetime) -> None:
    tell_followers(
        wish.initiative,
        subject=_("Ønske %(number)s er trukket tilbage"),
        text=_(
            "Ønsket “%(title)s” er trukket tilbage af den, der skrev det."
            " Er det stadig jeres ønske, så skriv et nyt, og nævn nummeret."
        ),
        by=by,
        at=at,
    )


def tell_of_gathering(
    initiative: Initiative, wish: Initiative, *, told: Iterable[Person], by: Person, at: datetime
) -> None:
    """``told``: those behind the case before the wish became part of it; the others get the wish's answer."""
    for person in told:
        if person != by:
            _tell(
                person,
                initiative,
                subject=_("Ønske %(wish)s er samlet i sag %(number)s"),
                text=_(
                    "Ønsket “%(wish_title)s” er det samme som “%(title)s” og er nu samlet i den sag."
                    " De, der stod bag det, er blevet medunderskrivere."
                ),
                values={"wish": wish.number, "wish_title": wish.title},
                at=at,
            )


def _tell(
    person: Person | None,
    initiative: Initiative,
    *,
    subject: str | Promise,
    text: str | Promise,
    at: datetime,
    values: Mapping[str, object] | None = None,
) -> None:
    known = {"number": initiative.number, "title": initiative.title}
    link = initiative.get_absolute_url()
    tell(person, subject=subject, text=text, values=known | dict(values or {}), link=link, at=at)
