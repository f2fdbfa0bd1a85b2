from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Role, RoleHolding
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.models import Assignment, Question
from takt.governance.clarifying.network.background import let_roles_follow
from takt.governance.clarifying.network.commands.add_member import add_member
from takt.governance.clarifying.network.commands.assign_case import assign_case
from takt.governance.clarifying.network.commands.change_member import change_member
from takt.governance.clarifying.network.commands.describe_knowledge import describe_knowledge
from takt.governance.clarifying.network.commands.hand_over import hand_over
from takt.governance.clarifying.network.commands.name_substitute import name_substitute
from takt.governance.clarifying.network.commands.take_over import take_over
from takt.governance.clarifying.network.models import Kind, KnowledgeField, Membership
from takt.governance.clarifying.network.queries import acts_for, fields_in_use
from takt.governance.clarifying.network.tasks import tasks_for
from takt.governance.clarifying.network.terms import Absence, Terms
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.flow.stages import Stage
from tests.builders import Cast, build_unit
from tests.governance.clarifying.cases import clarified, sent, taken
from tests.governance.clarifying.network.members import REASON, TODAY, build_member, person_of
from tests.governance.clarifying.test_commands import QUESTION, refused

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=10)


def trace() -> list[object]:
    models = (Event, Assignment, Question, Membership, KnowledgeField, RoleHolding, Letter)
    return [list(model.objects.order_by("pk").values()) for model in models]


def last_verb() -> str:
    event = Event.objects.order_by("number").last()
    assert event is not None
    return event.verb


def test_a_member_holds_the_role_for_the_unit_and_is_told(cast: Cast, now: datetime) -> None:
    member = build_member(cast, now, "Mette Lauritsen", knows=("Omsorg", "data"))
    held = RoleHolding.objects.get(person=member.person, role=Role.NETWORK_MEMBER)
    assert held.unit == member.unit
    assert [field.name for field in member.fields.all()] == ["data", "Omsorg"]
    assert "Hjemmeplejen Nord" in Letter.objects.get(person=member.person).text
    assert last_verb() == "member.added"
    assert first_broken(Event.objects.all()) is None


def test_the_role_waits_for_the_first_day_and_ends_after_the_last(cast: Cast, now: datetime) -> None:
    first, last = TODAY + timedelta(days=5), TODAY + timedelta(days=20)
    member = build_member(cast, now, "Mette Lauritsen", first=first, last=last)
    assert not person_of(member).holds(Role.NETWORK_MEMBER)
    let_roles_follow(first, now)
    let_roles_follow(first, now)
    assert person_of(member).holds(Role.NETWORK_MEMBER)
    let_roles_follow(last, now)
    assert person_of(member).holds(Role.NETWORK_MEMBER)
    let_roles_follow(last + timedelta(days=1), now)
    assert not person_of(member).holds(Role.NETWORK_MEMBER)
    assert Event.objects.filter(verb="member.role").count() == 2


def test_nobody_is_in_the_network_twice_at_once(cast: Cast, now: datetime) -> None:
    member = build_member(cast, now, "Mette Lauritsen")
    assert member.person is not None
    terms = Terms(build_unit("Sygeplejen"), Kind.EXPERT, LATER)
    assert "allerede med" in refused(add_member, member.person, terms, by=cast.nadia, at=now)


def test_what_is_agreed_is_changed_once_by_two_who_change_at_once(cast: Cast, now: datetime) -> None:
    member = build_member(cast, now, "Mette Lauritsen")
    elsewhere = build_unit("Sygeplejen")
    change_member(member, Terms(elsewhere, Kind.EXPERT, TODAY), edition=1, by=cast.nadia, at=now)
    assert RoleHolding.objects.get(person=member.person).unit == elsewhere
    assert last_verb() == "member.changed"
    before = trace()
    again = Terms(member.unit, Kind.EXPERT, TODAY, LATER)
    assert "ekspert for Sygeplejen" in refused(change_member, member, again, edition=1, by=cast.nadia, at=now)
    assert trace() == before


def test_a_member_says_what_they_know_and_nobodys_addition_is_lost(cast: Cast, now: datetime) -> None:
    member = build_member(cast, now, "Mette Lauritsen", knows=("omsorg", "data"))
    mette, seen = person_of(member), ["omsorg", "data"]
    describe_knowledge(member, [*seen, "medicin"], seen=seen, by=mette, at=now)
    stands = describe_knowledge(member, ["OMSORG", "nødkald"], seen=seen, by=cast.nadia, at=now)
    assert stands == ["medicin", "nødkald", "omsorg"]
    assert [field.name for field in fields_in_use(TODAY)] == stands, "what nobody knows is not shown"
    assert last_verb() == "member.knowledge"


def test_a_field_is_shared_whatever_its_capitals(cast: Cast, now: datetime) -> None:
    build_member(cast, now, "Mette Lauritsen", knows=("Omsorg",))
    build_member(cast, now, "Lone Bjerg", knows=("omsorg",))
    assert KnowledgeField.objects.get().memberships.count() == 2


@pytest.mark.parametrize("names", [["x" * 41], ["42"], [f"emne {letter}" for letter in "abcdefghijklm"]])
def test_what_is_no_field_of_knowledge_is_refused(cast: Cast, now: datetime, names: list[str]) -> None:
    member = build_member(cast, now, "Mette Lauritsen")
    refused(describe_knowledge, member, names, seen=[], by=cast.nadia, at=now)


def test_a_substitute_sees_the_tasks_while_the_member_is_away(cast: Cast, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    case = taken(cast, now)
    assign_case(case, person_of(mette), seen=cast.nadia.pk, by=cast.nadia, at=now)
    away = Absence(TODAY, LATER)
    name_substitute(mette, person_of(lone), away, edition=1, by=person_of(mette), at=now)
    assert acts_for(person_of(lone), TODAY - timedelta(days=1)) == set()
    assert acts_for(person_of(lone), LATER) == {person_of(mette)}
    assert acts_for(person_of(lone), LATER + timedelta(days=1)) == set()
    [task] = tasks_for(person_of(lone), today=TODAY)
    assert (task.title, task.kind) == (case.title, "Du er stedfortræder for Mette Lauritsen")
    assert tasks_for(cast.nadia, today=TODAY) == []
    assert last_verb() == "member.substitute"
    assert Letter.objects.filter(person=lone.person, subject__contains="stedfortræder").exists()


def test_a_substitute_is_somebody_else_in_the_network_and_named_for_whole_days(
    cast: Cast, now: datetime
) -> None:
    mette = build_member(cast, now, "Mette Lauritsen")
    arguments = {"edition": 1, "by": cast.nadia, "at": now}
    assert "egen" in refused(name_substitute, mette, mette.person, **arguments)
    assert "ikke med" in refused(name_substitute, mette, cast.erik, **arguments)
    assert "første og en sidste" in refused(name_substitute, mette, None, Absence(TODAY), **arguments)
    assert "ikke valgt" in refused(name_substitute, mette, None, Absence(TODAY, LATER), **arguments)


def test_the_coordinator_gives_a_case_and_both_are_told(cast: Cast, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    case = sent(cast, now)
    assign_case(case, person_of(mette), seen=0, by=cast.nadia, at=now)
    case.refresh_from_db()
    assert case.stage == Stage.CLARIFYING, "the wisher has got an answer"
    assert case.replies.count() == 1
    assign_case(case, person_of(lone), seen=mette.person_id, by=cast.nadia, at=now)
    assert Assignment.objects.get().person == lone.person
    assert Letter.objects.filter(subject=f"Du har fået sag {case.number}").count() == 2
    assert Letter.objects.get(subject=f"Sag {case.number} er givet videre").person == mette.person
    event = Event.objects.filter(verb="case.given").last()
    assert event is not None
    assert event.facts == {"to": str(person_of(lone).pseudonym)}


def test_a_case_that_is_ready_stays_ready_when_it_is_given_on(cast: Cast, now: datetime) -> None:
    mette, case = build_member(cast, now, "Mette Lauritsen"), clarified(cast, now)
    send_on(case, by=cast.nadia, at=now)
    given = assign_case(case, person_of(mette), seen=cast.nadia.pk, by=cast.nadia, at=now)
    assert given.ready_at == now


def test_a_case_is_only_given_to_the_network_and_while_it_is_clarified(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    mine = {"seen": cast.nadia.pk, "by": cast.nadia, "at": now}
    assert "ikke med" in refused(assign_case, case, cast.erik, **mine)
    case.stage = Stage.APPROVED
    case.save()
    assert "Besluttet" in refused(assign_case, case, cast.nadia, **mine)


def test_a_substitute_takes_a_case_over_and_others_do_not(cast: Cast, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    case = taken(cast, now)
    assign_case(case, person_of(mette), seen=cast.nadia.pk, by=cast.nadia, at=now)
    hers = {"seen": mette.person_id, "by": person_of(lone), "at": now}
    before = trace()
    assert "ikke stedfortræder" in refused(take_over, case, REASON, **hers)
    assert trace() == before
    name_substitute(mette, person_of(lone), Absence(TODAY, LATER), edition=1, by=cast.nadia, at=now)
    assert "mangler" in refused(take_over, case, " ", **hers)
    assert take_over(case, REASON, **hers).person == lone.person
    assert REASON in Letter.objects.filter(person=mette.person).latest("pk").text
    assert last_verb() == "case.given"


def test_a_case_that_another_has_got_meanwhile_is_not_given_away_unseen(cast: Cast, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    case, nadias = taken(cast, now), cast.nadia.pk
    assign_case(case, person_of(mette), seen=nadias, by=cast.nadia, at=now)
    before = trace()
    said = refused(assign_case, case, person_of(lone), seen=nadias, by=cast.nadia, at=now)
    assert said == "Mette Lauritsen har fået sagen, siden du åbnede siden."
    assert "Mette Lauritsen har fået" in refused(take_over, case, REASON, seen=nadias, by=cast.nadia, at=now)
    assert trace() == before


def test_one_who_leaves_hands_everything_over_in_one_action(cast: Cast, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    first, second = taken(cast, now, "Den første sag"), taken(cast, now, "Den anden sag")
    for case in (first, second):
        assign_case(case, person_of(mette), seen=cast.nadia.pk, by=cast.nadia, at=now)
    asked = ask_back(first, QUESTION, by=person_of(mette), at=now)
    name_substitute(lone, person_of(mette), Absence(TODAY, LATER), edition=1, by=cast.nadia, at=now)
    edition = Membership.objects.get(pk=mette.pk).edition
    given = hand_over(mette, person_of(lone), REASON, edition=edition, by=cast.nadia, at=now)
    assert given == {"cases": 2, "questions": 1}
    assert set(Assignment.objects.values_list("person", flat=True)) == {lone.person_id}
    asked.refresh_from_db()
    assert asked.asked_by == lone.person
    mette.refresh_from_db()
    assert (mette.to_date, mette.handed_over_at, mette.handover_reason) == (TODAY, now, REASON)
    assert not person_of(mette).holds(Role.NETWORK_MEMBER)
    assert Membership.objects.get(pk=lone.pk).substitute is None
    assert last_verb() == "member.handed_over"
    assert REASON not in str(list(Event.objects.values_list("facts", flat=True)))
    let_roles_follow(TODAY, now)
    assert not person_of(mette).holds(Role.NETWORK_MEMBER), "not even on the last day"
    back = Terms(mette.unit, Kind.EXPERT, TODAY)
    assert add_member(person_of(mette), back, by=cast.nadia, at=now).is_in_force(TODAY)


def test_what_was_handed_over_is_history(cast: Cast, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    hand_over(mette, person_of(lone), REASON, edition=1, by=cast.nadia, at=now)
    terms = Terms(mette.unit, Kind.EXPERT, TODAY)
    assert "sluttede" in refused(change_member, mette, terms, edition=2, by=cast.nadia, at=now)
    assert "gælder ikke" in refused(
        hand_over, mette, person_of(lone), REASON, edition=2, by=cast.nadia, at=now
    )


Deed = Callable[[Cast, datetime, Membership], object]
DEEDS: dict[str, Deed] = {
    "add": lambda cast, now, it: add_member(
        cast.anna, Terms(it.unit, Kind.EXPERT, date(2026, 1, 1)), by=cast.charlie, at=now
    ),
    "change": lambda cast, now, it: change_member(
        it, Terms(it.unit, Kind.EXPERT, TODAY), edition=1, by=cast.charlie, at=now
    ),
    "know": lambda cast, now, it: describe_knowledge(it, ["data"], seen=[], by=cast.charlie, at=now),
    "substitute": lambda cast, now, it: name_substitute(it, cast.nadia, edition=1, by=cast.charlie, at=now),
    "hand over": lambda cast, now, it: hand_over(it, cast.nadia, REASON, edition=1, by=cast.charlie, at=now),
    "give": lambda cast, now, it: assign_case(
        taken_case(), person_of(it), seen=cast.nadia.pk, by=cast.charlie, at=now
    ),
    "take over": lambda cast, now, _it: take_over(
        taken_case(), REASON, seen=cast.nadia.pk, by=cast.charlie, at=now
    ),
}


def taken_case() -> object:
    return Assignment.objects.select_related("initiative").get().initiative


@pytest.mark.parametrize("deed", DEEDS)
def test_charlie_may_do_nothing_and_leaves_no_trace(cast: Cast, now: datetime, deed: str) -> None:
    member = build_member(cast, now, "Mette Lauritsen")
    taken(cast, now)
    before = trace()
    refused(DEEDS[deed], cast, now, member)
    assert trace() == before


def test_a_member_leads_nobody_but_themselves(cast: Cast, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    by = person_of(mette)
    assert "selv" in refused(describe_knowledge, lone, ["data"], seen=[], by=by, at=now)
    assert "Kun digitaliseringskonsulenten" in refused(
        hand_over, mette, person_of(lone), REASON, edition=1, by=by, at=now
    )
