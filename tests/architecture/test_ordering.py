"""The watch over orders (tests/ordering.py) can fail, and what it is for holds: people stand in Danish order."""

from datetime import date, datetime

import pytest
from django.db.models import F

from takt.foundation.people.models import Person, Unit
from takt.governance.asking.models import Wish
from takt.governance.asking.queries import Filter, chosen
from tests.builders import Cast
from tests.governance.clarifying.cases import sent

pytestmark = pytest.mark.django_db


def test_an_order_says_where_nothing_stands() -> None:
    for rows in (
        Wish.objects.order_by("answer_due_date"),
        Wish.objects.order_by("-submitted_at"),
        Wish.objects.order_by("wished_by__sort_key"),
        Person.objects.order_by("name"),
    ):
        with pytest.raises(AssertionError, match="is sorted by"):
            list(rows)
    list(Wish.objects.order_by(F("answer_due_date").asc(nulls_last=True)))
    list(Wish.objects.filter(submitted_at__isnull=False).order_by("submitted_at"))


def test_people_stand_in_danish_order(db: None) -> None:
    names = ["Anna Holm", "Zenia Bro", "Ægir Bo", "Østen Lund", "Åse Krogh", "Aase Dahl"]
    for number, name in enumerate(reversed(names)):
        Person.objects.create_user(f"{number}@fjordby.example", name=name)
    listed = [one.name for one in Person.objects.all()]
    assert listed[:4] == names[:4]
    assert set(listed[4:]) == {"Åse Krogh", "Aase Dahl"}, "aa sorts as å, last"


def test_a_wish_without_a_promised_day_stands_last_either_way(cast: Cast, now: datetime) -> None:
    late, soon = sent(cast, now, "Sent"), sent(cast, now, "Snart")
    bare = sent(cast, now, "Uden dag")
    Wish.objects.filter(initiative=late).update(answer_due_date="2027-01-10")
    Wish.objects.filter(initiative=bare).update(answer_due_date=None)
    assert in_order("svar", cast) == [soon, late, bare]
    assert in_order("-svar", cast) == [late, soon, bare]


def in_order(word: str, cast: Cast) -> list[object]:
    asked = Filter(order=word)
    return list(chosen(asked, by=cast.anna, units=Unit.objects.all(), today=date(2026, 11, 23)))
