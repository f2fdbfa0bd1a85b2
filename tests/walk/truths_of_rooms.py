"""What must hold in each room whatever people do, held against the ledger, which tells the order of things."""

from collections import Counter, defaultdict

from django.db.models import Max

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person, Role
from takt.governance.asking.models import Attachment, Follower, Supporter, Wish
from takt.governance.clarifying.models import Assignment, BenefitOwner, Estimate, OwnerAnswer
from takt.governance.clarifying.network.handovers import NO_LONGER_WORK
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.readiness.models import Inquiry, Readiness
from takt.governance.clarifying.scoring.models import Round, Valuation
from takt.governance.clarifying.scoring.queries import result_of
from takt.governance.deciding.hearing.models import Hearing, Party
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, Vote
from takt.governance.deciding.meetings.queries import COMING
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


def assert_rooms_are_in_order() -> None:
    assert_support_is_gathered()
    assert_documents_are_where_they_are_said_to_be()
    assert_scores_are_as_they_were_opened()
    assert_points_come_from_somewhere()
    assert_owners_stand_as_they_were_last_told()
    assert_readiness_is_evidence()
    assert_hearings_ended_in_one_way()
    assert_nobody_who_left_is_waited_for()
    assert_votes_are_of_those_who_take_part()


def events(verb: str) -> list[Event]:
    return list(Event.objects.filter(verb=verb).order_by("number"))


def assert_support_is_gathered() -> None:
    """A merged wish points, over any number of steps, at a living or answered one that has everybody behind it."""
    into = dict(Wish.objects.exclude(merged_into=None).values_list("initiative", "merged_into"))
    merged = set(Initiative.objects.filter(stage=Stage.MERGED).values_list("pk", flat=True))
    assert set(into) == merged, "merged, but into nothing"
    assert len(events("wish.merged")) == len(events("wish.gathered")) == len(merged)
    behind: dict[int, set[int]] = defaultdict(set)
    for case, wisher in Wish.objects.values_list("initiative", "wished_by"):
        behind[case].add(wisher)
    for case, person in Supporter.objects.values_list("wish__initiative", "person"):
        behind[case].add(person)
    for case, target in into.items():
        assert behind[case] <= behind[target], f"somebody behind {case} was lost on the way to {target}"
        seen = {case}
        while target in into:
            assert target not in seen, f"{case} was gathered in a ring"
            seen.add(target)
            target = into[target]
    joined = len(events("wish.joined")) + sum(one.facts["supporters"] for one in events("wish.gathered"))
    assert Supporter.objects.count() == joined
    assert Follower.objects.count() == len(set(Follower.objects.values_list("initiative", "person")))


def assert_documents_are_where_they_are_said_to_be() -> None:
    put_on, taken_off = len(events("attachment.added")), len(events("attachment.removed"))
    assert Attachment.objects.count() == put_on - taken_off
    for one in Attachment.objects.select_related("initiative"):
        assert one.initiative.stage != Stage.MERGED, "documents follow a wish that is gathered"
        assert one.file.storage.exists(one.file.name)


def assert_scores_are_as_they_were_opened() -> None:
    """What everybody sees was sealed when they saw it, and nothing has changed since."""
    sealed = {(one.about, one.facts["round"]): one.facts["scores"] for one in events("assessment.opened")}
    for one in Round.objects.select_related("initiative", "criteria"):
        criteria = one.criteria.criteria.count()
        for answer in one.assessors.all():
            assert answer.scores.count() == (criteria if answer.answered_at else 0), "half an assessment"
        now = {row.name: list(row.scores) for row in result_of(one, None).rows}
        if one.revealed_at is None:
            assert not any(now.values()), "shown before all have answered"
        else:
            assert now == sealed[(one.initiative.number, one.number)]


def assert_points_come_from_somewhere() -> None:
    newest = Valuation.objects.values("initiative").annotate(newest=Max("id")).values("newest")
    for one in Valuation.objects.filter(pk__in=newest):
        assert Estimate.objects.get(initiative=one.initiative_id).points_per_year == one.points
    valued = len(events("case.valued")) + len(events("case.valued_by_hand"))
    assert Valuation.objects.count() == valued


def assert_owners_stand_as_they_were_last_told() -> None:
    said = {"named": OwnerAnswer.WAITING, "accepted": OwnerAnswer.ACCEPTED, "declined": OwnerAnswer.DECLINED}
    last: dict[str, Event] = {}
    for event in Event.objects.filter(verb__startswith="benefit_owner.").order_by("number"):
        last[event.about] = event
    for owner in BenefitOwner.objects.select_related("initiative", "person"):
        event = last[owner.initiative.number]
        assert owner.answer == said[event.verb.partition(".")[2]]
        if owner.answer != OwnerAnswer.WAITING:
            assert owner.person is not None
            assert event.actor == owner.person.pseudonym, "somebody else answered"


def assert_readiness_is_evidence() -> None:
    assert Readiness.objects.count() == len(events("readiness.answered"))
    asked = Counter(unit for one in events("readiness.asked") for unit in one.facts["units"])
    assert Inquiry.objects.count() == sum(asked.values())
    assert Inquiry.objects.exclude(answer=None).count() == len(events("readiness.given"))
    for one in Inquiry.objects.exclude(answer=None).select_related("answer"):
        assert one.answer is not None
        assert one.answer.unit_id == one.unit_id


def assert_hearings_ended_in_one_way() -> None:
    """One is closed only when all have answered, and what was said then is what stands."""
    assert Hearing.objects.exclude(closed_at=None).count() == len(events("hearing.closed"))
    assert Hearing.objects.exclude(withdrawn_at=None).count() == len(events("hearing.withdrawn"))
    assert Hearing.objects.count() == len(events("hearing.called"))
    answers = sum(edition - 1 for edition in Party.objects.values_list("edition", flat=True))
    assert answers == len(events("hearing.answered")), "an answer was lost"
    assert not Party.objects.filter(hearing__closed_at__isnull=False, answered_at=None).exists()


def assert_nobody_who_left_is_waited_for() -> None:
    """Who has handed everything over has no case, nobody's work, and stands in for nobody."""
    there = Person.objects.filter(role_holdings__role__in=(Role.NETWORK_MEMBER, Role.COORDINATOR))
    left = Person.objects.filter(memberships__handed_over_at__isnull=False).exclude(pk__in=there)
    at_work = Assignment.objects.filter(person__in=left).exclude(initiative__stage__in=NO_LONGER_WORK)
    assert not at_work.exists(), f"{list(at_work)} are with somebody who has left"
    assert not Membership.objects.filter(substitute__in=left).exists()
    in_force = Membership.objects.filter(handed_over_at=None)
    assert set(in_force.values_list("person", flat=True)) == set(
        Person.objects.filter(role_holdings__role=Role.NETWORK_MEMBER).values_list("pk", flat=True)
    )


def assert_votes_are_of_those_who_take_part() -> None:
    for vote in Vote.objects.select_related("item__meeting"):
        assert vote.item.meeting.is_written
        assert vote.item.meeting.attendance.filter(person=vote.person_id, is_present=True).exists()


def assert_drafted_once() -> None:
    """Drafting alone puts no case on two coming agendas of one body; who does it by hand means it."""
    by_hand = {one.facts["item"] for one in events("item.put_on")}
    drafted = AgendaItem.objects.filter(meeting__in=Meeting.objects.filter(state__in=COMING))
    drafted = drafted.exclude(initiative=None).exclude(pk__in=by_hand)
    cases = Counter(drafted.values_list("meeting__body__key", "initiative"))
    assert not [case for case, count in cases.items() if count > 1]
