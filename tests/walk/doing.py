"""The deeds that take more than a line: with words, numbers and editions as a page would have them."""

from datetime import timedelta

from takt.foundation.people.models import Unit
from takt.governance.clarifying.commands.name_benefit_owner import name_benefit_owner
from takt.governance.clarifying.models import Assignment, BenefitOwner, Estimate
from takt.governance.clarifying.network.commands.add_member import add_member
from takt.governance.clarifying.network.commands.assign_case import assign_case
from takt.governance.clarifying.network.commands.hand_over import hand_over
from takt.governance.clarifying.network.commands.name_substitute import name_substitute
from takt.governance.clarifying.network.commands.take_over import take_over
from takt.governance.clarifying.network.models import Kind, Membership
from takt.governance.clarifying.network.terms import Absence, Terms
from takt.governance.clarifying.readiness.commands.answer_readiness import answer_readiness
from takt.governance.clarifying.readiness.models import FIELDS
from takt.governance.clarifying.readiness.queries import newest_of
from takt.governance.clarifying.scoring.block import block_of
from takt.governance.clarifying.scoring.commands.ask_assessors import ask_assessors
from takt.governance.clarifying.scoring.commands.assess import assess
from takt.governance.clarifying.scoring.commands.reopen_round import reopen_round
from takt.governance.clarifying.scoring.commands.replace_assessor import replace_assessor
from takt.governance.clarifying.scoring.commands.settle_disagreement import settle_disagreement
from takt.governance.clarifying.scoring.commands.value_by_hand import value_by_hand
from takt.governance.clarifying.scoring.commands.value_case import value_case
from takt.governance.clarifying.scoring.criteria import newest
from takt.governance.clarifying.scoring.models import Assessor, Criterion, Settlement
from takt.governance.clarifying.scoring.queries import newest_round
from takt.governance.deciding.hearing.commands.answer_hearing import answer_hearing
from takt.governance.deciding.hearing.commands.call_hearing import call_hearing
from takt.governance.deciding.hearing.commands.prolong_hearing import prolong_hearing
from takt.governance.deciding.hearing.commands.withdraw_hearing import withdraw_hearing
from takt.governance.deciding.hearing.models import Hearing, Party, Stance
from takt.governance.deciding.meetings.commands.approve_minutes import approve_minutes
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.meetings.commands.cancel_meeting import cancel_meeting
from takt.governance.deciding.meetings.commands.note_minutes import note_minutes
from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.minutes import content_of, hash_of
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, Outcome, OutcomeKind
from takt.governance.deciding.meetings.terms import ConditionTerms, ItemTerms, OutcomeTerms
from takt.governance.deciding.models import Body
from takt.governance.flow.models import Initiative
from tests.walk.house import COUNCIL
from tests.walk.moment import Moment

REASON = "Vi har talt om det og står inde for det alle sammen."


def answer_for_readiness(m: Moment) -> object:
    unit = m.one(Unit)
    now = newest_of(unit)
    given = {field: m.chance.randint(1, 5) for field in FIELDS}
    return answer_readiness(
        unit, given, on_behalf_of="Distriktslederen", seen=now.pk if now else 0, **m.signed
    )


def ask_for_scores(m: Moment) -> object:
    people = m.chance.sample(m.house.people, 3)
    return ask_assessors(m.one(Initiative), people, criteria=newest(COUNCIL), due_date=m.day(9), **m.signed)


def ask_for_scores_again(m: Moment) -> object:
    people, due_date = m.chance.sample(m.house.people, 2), m.day(9)
    return reopen_round(
        m.one(Initiative), people, REASON, criteria=newest(COUNCIL), due_date=due_date, **m.signed
    )


def score(m: Moment) -> object:
    """Mostly the first time, and mostly as the others do."""
    mine = m.one(Assessor, person=m.by, **({"answered_at": None} if m.chance.random() < 0.8 else {}))
    criteria = list(mine.round.criteria.criteria.all())
    given = {criterion.pk: (m.chance.choice((3, 4)), REASON) for criterion in criteria}
    given[m.chance.choice(criteria).pk] = (m.chance.randint(1, 5), REASON)
    return assess(mine.round, given, edition=mine.edition, **m.signed)


def settle(m: Moment) -> object:
    """What stands there is settled anew."""
    case, criterion = m.one(Initiative), m.one(Criterion)
    now = Settlement.objects.filter(round=newest_round(case), criterion=criterion).first()
    return settle_disagreement(case, criterion.pk, REASON, edition=now.edition if now else 0, **m.signed)


def set_value(m: Moment) -> object:
    estimate = m.one(Estimate)
    points = m.chance.randrange(1_000)
    return value_by_hand(estimate.initiative, points, REASON, seen=estimate.points_per_year, **m.signed)


def take_points_over(m: Moment) -> object:
    block = block_of(m.one(Initiative), reader=m.by)
    seen = block.estimate.points_per_year if block.estimate else 0
    return value_case(block.initiative, offered=block.proposed or 0, seen=seen, **m.signed)


def ask_another(m: Moment) -> object:
    place = m.one(Assessor)
    return replace_assessor(place, m.person(), seen=place.person_id or 0, **m.signed)


def name_owner(m: Moment) -> object:
    case = m.one(Initiative)
    edition = BenefitOwner.objects.filter(initiative=case).values_list("edition", flat=True).first()
    return name_benefit_owner(case, m.person(), edition=edition or 0, **m.signed)


def enter_network(m: Moment) -> object:
    """Again, after having left."""
    person = m.chance.choice([m.house.mette, m.house.lone])
    return add_member(person, Terms(m.one(Unit), Kind.EXPERT, m.day(0)), **m.signed)


def leave_network(m: Moment) -> object:
    leaving = m.one(Membership)
    return hand_over(leaving, m.colleague(), REASON, edition=leaving.edition, **m.signed)


def name_a_substitute(m: Moment) -> object:
    member = m.one(Membership)
    return name_substitute(
        member, m.colleague(), Absence(m.day(0), m.day(9)), edition=member.edition, **m.signed
    )


def assign(m: Moment) -> object:
    case = m.one(Initiative)
    return assign_case(case, m.colleague(), seen=_holder(case), **m.signed)


def take_over_from_colleague(m: Moment) -> object:
    case = m.one(Initiative)
    return take_over(case, REASON, seen=_holder(case), **m.signed)


def _holder(case: Initiative) -> int:
    """The key of the one who has the case, 0 for nobody."""
    return Assignment.objects.filter(initiative=case).values_list("person", flat=True).first() or 0


def hear(m: Moment) -> object:
    """The unit that somebody leads, and one that nobody does."""
    units = [m.house.vibeke.unit, m.one(Unit)]
    return call_hearing(m.one(Initiative), [REASON], units, due_date=m.day(9), **m.signed)


def answer_for_unit(m: Moment) -> object:
    party, stance = m.one(Party), m.chance.choice(list(Stance))
    return answer_hearing(
        party, stance, REASON, said_by="Distriktslederen", edition=party.edition, **m.signed
    )


def prolong(m: Moment) -> object:
    hearing = m.one(Hearing)
    return prolong_hearing(hearing, m.day(20), REASON, edition=hearing.edition, **m.signed)


def take_hearing_back(m: Moment) -> object:
    m.seldom()
    hearing = m.one(Hearing)
    return withdraw_hearing(hearing, REASON, edition=hearing.edition, **m.signed)


def put_case_on(m: Moment) -> object:
    case = m.one(Initiative)
    return put_on_agenda(m.one(Meeting), ItemTerms(case.title), initiative=case, **m.signed)


def plan_in_writing(m: Moment) -> object:
    votes_due_at = m.at + timedelta(days=2)
    return call_meetings(m.one(Body), [m.at], items_due_days=0, votes_due_at=votes_due_at, **m.signed)


def approve(m: Moment) -> object:
    meeting = m.one(Meeting)
    return approve_minutes(meeting, seen=hash_of(content_of(meeting)), **m.signed)


def cancel(m: Moment) -> object:
    m.seldom()
    return cancel_meeting(m.one(Meeting), REASON, **m.signed)


def attend(m: Moment) -> object:
    meeting = m.one(Meeting)
    listed = [one.person_id for one in meeting.attendance.order_by("pk")]
    present = listed if m.chance.random() < 0.8 else listed[:1]
    seen = [one.person_id for one in meeting.attendance.filter(is_present=True)]
    return record_attendance(meeting, present, seen=seen, **m.signed)


def note(m: Moment) -> object:
    """Adds to what stands there."""
    item = m.one(AgendaItem)
    return note_minutes(item, f"{item.notes} {REASON}".strip()[:4_000], seen=item.notes, **m.signed)


def decide(m: Moment) -> object:
    """Any outcome on any item; the body's mandate says which may stand."""
    item = m.one(AgendaItem, initiative__isnull=m.chance.random() < 0.1)
    return decide_item(m, item, m.chance.choice(list(OutcomeKind)))


def decide_item(m: Moment, item: AgendaItem, kind: OutcomeKind) -> Outcome:
    before = Outcome.objects.filter(item=item).first()
    owner = m.house.cast.erik.pk
    conditions = (ConditionTerms("Konsekvensanalysen er godkendt", owner=owner, due_date=m.day(6)),)
    terms = OutcomeTerms(
        kind,
        reason=REASON,
        answer=REASON,
        until_date=m.day(6) if kind == OutcomeKind.POSTPONED else None,
        questions=REASON if kind == OutcomeKind.RETURNED else "",
        conditions=conditions if kind.endswith("conditions") else (),
    )
    return record_outcome(item, terms, edition=before.edition if before else 0, **m.signed)
