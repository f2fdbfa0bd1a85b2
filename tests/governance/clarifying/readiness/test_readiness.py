from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import takt.foundation.design
from takt.calculation.change_load.readiness import STEPS
from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.foundation.refusals import Refused
from takt.governance.clarifying.readiness.background import remind
from takt.governance.clarifying.readiness.block import block_of
from takt.governance.clarifying.readiness.checklist import items_of
from takt.governance.clarifying.readiness.commands.answer_readiness import answer_readiness
from takt.governance.clarifying.readiness.commands.ask_readiness import ask_readiness
from takt.governance.clarifying.readiness.models import FIELDS, Inquiry, Readiness
from takt.governance.clarifying.readiness.queries import lowerings
from takt.governance.clarifying.readiness.tasks import tasks_for
from takt.governance.flow.models import Initiative
from tests.builders import Cast, build_person
from tests.governance.clarifying.cases import clarified

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 7)


def refused(function: Callable[..., object], *arguments: object, **keywords: object) -> str:
    before = trace()
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)
    assert caught.value.refusal.remedy
    assert trace() == before
    return caught.value.refusal.reason


def trace() -> list[object]:
    return [list(model.objects.order_by("pk").values()) for model in (Readiness, Inquiry, Event, Letter)]


def five(*scores: int) -> dict[str, int | None]:
    return dict(zip(FIELDS, scores or (2, 2, 2, 3, 3), strict=True))


@pytest.fixture
def unit(cast: Cast) -> Unit:
    return Unit.objects.get(name="Hjemmeplejen Nord")


@pytest.fixture
def manager(unit: Unit) -> Person:
    person = build_person("Vibeke Storm", unit=unit)
    RoleHolding.objects.create(person=person, role=Role.UNIT_MANAGER, unit=unit.parent)
    return person


@pytest.fixture
def case(cast: Cast, now: datetime, manager: Person) -> Initiative:
    initiative = clarified(cast, now)
    ask_readiness(initiative, due_date=DUE, by=cast.nadia, at=now)
    return initiative


def test_the_nearest_manager_is_asked(cast: Cast, now: datetime, case: Initiative, manager: Person) -> None:
    assert Letter.objects.filter(person=manager, subject__contains="Hjemmeplejen Nord").count() == 1
    (task,) = tasks_for(manager, today=now.date())
    assert task.due_date == DUE
    assert tasks_for(cast.anna, today=now.date()) == []
    assert Event.objects.get(verb="readiness.asked").facts["units"] == ["Hjemmeplejen Nord"]
    assert "alle er spurgt" in refused(ask_readiness, case, due_date=DUE, by=cast.nadia, at=now)


def test_asking_is_the_work_of_the_network(cast: Cast, now: datetime, manager: Person) -> None:
    case = clarified(cast, now)
    for by in (cast.charlie, manager, cast.birgit):
        refused(ask_readiness, case, due_date=DUE, by=by, at=now)
    refused(ask_readiness, case, due_date=now.date(), by=cast.nadia, at=now)


def test_no_answer_is_shown_as_no_answer(cast: Cast, case: Initiative) -> None:
    block = block_of(case, reader=cast.birgit)
    assert block.finding == "Vi har ikke svar fra én enhed"
    assert block.rows[0].inquiry.answer is None
    assert [item.is_done for item in items_of(case)] == [False]


def test_a_weak_answer_lowers_the_ceiling_for_a_while_and_follows_the_case(
    cast: Cast, now: datetime, case: Initiative, manager: Person, unit: Unit
) -> None:
    answer = answer_readiness(unit, five(), "Vi mangler to ledere", seen=0, by=manager, at=now)
    assert (answer.percent, answer.first_month, answer.latest_month) == (
        20,
        date(2026, 11, 1),
        date(2027, 5, 1),
    )
    assert Inquiry.objects.get().answer == answer
    assert list(Event.objects.values_list("verb", flat=True))[-2:] == [
        "readiness.given",
        "readiness.answered",
    ]
    assert lowerings()[unit.pk].percent == 20
    assert block_of(case, reader=cast.birgit).finding == "Én enhed er presset"
    assert items_of(case)[0].is_done
    assert tasks_for(manager, today=now.date()) == []
    later = answer_readiness(
        unit, five(4, 4, 4, 4, 4), seen=answer.pk, by=manager, at=now + timedelta(days=9)
    )
    assert lowerings() == {}
    assert Inquiry.objects.get().answer == answer, "what the case was told stays as evidence"
    assert Readiness.objects.count() == 2
    assert later.percent == 0


def test_only_the_manager_answers_or_a_coordinator_in_a_managers_name(
    cast: Cast, now: datetime, case: Initiative, manager: Person, unit: Unit
) -> None:
    for by in (cast.charlie, cast.anna, cast.birgit):
        refused(answer_readiness, unit, five(), seen=0, by=by, at=now)
    assert "leders navn" in refused(answer_readiness, unit, five(), seen=0, by=cast.nadia, at=now)
    answer = answer_readiness(
        unit, five(), on_behalf_of="Vibeke Storm, distriktsleder", seen=0, by=cast.nadia, at=now
    )
    assert answer.on_behalf_of == "Vibeke Storm, distriktsleder"
    assert "Vibeke" not in str(Event.objects.last().facts)  # type: ignore[union-attr]


def test_an_answer_is_whole_and_never_overwrites_anothers(
    cast: Cast, now: datetime, case: Initiative, manager: Person, unit: Unit
) -> None:
    for wrong in (five(2, 2, 2, 2, 6), five() | {"skills": None}):
        refused(answer_readiness, unit, wrong, seen=0, by=manager, at=now)
    refused(answer_readiness, unit, five(), "Borger 010203-1234 er med", seen=0, by=manager, at=now)
    answer_readiness(unit, five(), on_behalf_of="Vibeke Storm", seen=0, by=cast.nadia, at=now)
    assert "2, 2, 2, 3, 3" in refused(answer_readiness, unit, five(5, 5, 5, 5, 5), seen=0, by=manager, at=now)


def test_reminders_come_near_the_deadline_and_not_again_the_next_day(
    now: datetime, case: Initiative, manager: Person, unit: Unit
) -> None:
    def reminded(day: date) -> int:
        before = Letter.objects.filter(person=manager).count()
        remind(day, now)
        return Letter.objects.filter(person=manager).count() - before

    assert reminded(DUE - timedelta(days=4)) == 0
    assert reminded(DUE - timedelta(days=3)) == 1
    assert reminded(DUE - timedelta(days=3)) == 0
    assert reminded(DUE - timedelta(days=2)) == 0
    assert reminded(DUE + timedelta(days=4)) == 1
    answer_readiness(unit, five(), seen=0, by=manager, at=now)
    assert reminded(DUE + timedelta(days=30)) == 0
    assert Event.objects.filter(verb="readiness.reminded").count() == 2


def test_the_page_explains_the_rule_that_is_used() -> None:
    page = Path(takt.foundation.design.__file__).parent / "templates/design/how_we_calculate_da.html"
    text = page.read_text(encoding="utf-8")
    for below, percent in STEPS:
        assert f"under {str(float(below)).replace('.', ',')}: loftet er {percent} % lavere" in text
