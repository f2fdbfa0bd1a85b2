"""What people do all day, a table: each to something picked by chance. Refusals are part of the day."""

from collections.abc import Callable

from takt.governance.asking.commands.attach_file import attach_file
from takt.governance.asking.commands.follow_case import follow_case
from takt.governance.asking.commands.join_wish import join_wish
from takt.governance.asking.commands.remove_attachment import remove_attachment
from takt.governance.asking.commands.unfollow_case import unfollow_case
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.models import Attachment, Wish
from takt.governance.clarifying.commands.accept_benefit import accept_benefit
from takt.governance.clarifying.commands.answer_question import answer_question
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.commands.decline_benefit import decline_benefit
from takt.governance.clarifying.commands.decline_wish import decline_wish
from takt.governance.clarifying.commands.merge_wish import merge_wish
from takt.governance.clarifying.commands.park_wish import park_wish
from takt.governance.clarifying.commands.reopen_wish import reopen_wish
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.clarifying.models import BenefitOwner, Question
from takt.governance.clarifying.readiness.commands.ask_readiness import ask_readiness
from takt.governance.clarifying.scoring.commands.add_assessor import add_assessor
from takt.governance.clarifying.scoring.commands.close_round import close_round
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.hearing.commands.close_hearing import close_hearing
from takt.governance.deciding.hearing.models import Hearing
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.declare_recusal import declare_recusal
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.fulfil_condition import fulfil_condition
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.open_written_procedure import open_written_procedure
from takt.governance.deciding.meetings.commands.reconsider import reconsider
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.commands.vote_in_writing import vote_in_writing
from takt.governance.deciding.meetings.commands.waive_condition import waive_condition
from takt.governance.deciding.meetings.models import AgendaItem, Condition, Meeting
from takt.governance.deciding.meetings.models.agenda import Choice
from takt.governance.flow.models import Initiative
from tests.governance.clarifying.cases import sent
from tests.walk import doing
from tests.walk.doing import REASON
from tests.walk.moment import Moment

Case = Initiative
Deed = Callable[[Moment], object]

ASKING: dict[str, Deed] = {
    "wish": lambda m: sent(m.house.cast, m.at, f"Ønske {m.chance.randrange(1_000)}"),
    "join": lambda m: join_wish(m.one(Wish), reason=REASON, **m.signed),
    "follow": lambda m: follow_case(m.one(Case), **m.signed),
    "unfollow": lambda m: unfollow_case(m.one(Case), **m.signed),
    "attach": lambda m: attach_file(m.one(Case), "notat.txt", REASON.encode(), **m.signed),
    "detach": lambda m: remove_attachment(m.one(Attachment), **m.signed),
    "withdraw": lambda m: withdraw_wish(m.one(Wish), **m.signed),
}
CLARIFYING: dict[str, Deed] = {
    "take": lambda m: take_up(m.one(Case), **m.signed),
    "ask": lambda m: ask_back(m.one(Case), REASON, **m.signed),
    "answer": lambda m: answer_question(m.one(Question), REASON, **m.signed),
    "park": lambda m: park_wish(
        m.one(Case), REASON, reopen_date=m.day(m.chance.choice((-1, 5, 20))), **m.signed
    ),
    "decline": lambda m: decline_wish(m.one(Case), REASON, **m.signed),
    "reopen": lambda m: reopen_wish(m.one(Case), REASON, **m.signed),
    "merge": lambda m: merge_wish(m.one(Case), m.one(Case), REASON, **m.signed),
    "name_owner": doing.name_owner,
    "accept_benefit": lambda m: accept_benefit(m.one(BenefitOwner, person=m.by).initiative, **m.signed),
    "decline_benefit": lambda m: decline_benefit(
        m.one(BenefitOwner, person=m.by).initiative, REASON, **m.signed
    ),
    "ask_readiness": lambda m: ask_readiness(m.one(Case), due_date=m.day(9), **m.signed),
    "answer_readiness": doing.answer_for_readiness,
    "declare_ready": lambda m: send_on(m.one(Case), **m.signed),
}
SCORING: dict[str, Deed] = {
    "ask_assessors": doing.ask_for_scores,
    "ask_one_more": lambda m: add_assessor(m.one(Case), m.person(), **m.signed),
    "ask_another": doing.ask_another,
    "assess": doing.score,
    "close_round": lambda m: close_round(m.one(Case), REASON, **m.signed),
    "reopen_round": doing.ask_for_scores_again,
    "settle": doing.settle,
    "value": doing.take_points_over,
    "value_by_hand": doing.set_value,
}
NETWORK: dict[str, Deed] = {
    "enter": doing.enter_network,
    "leave": doing.leave_network,
    "name_substitute": doing.name_a_substitute,
    "assign": doing.assign,
    "take_over": doing.take_over_from_colleague,
}
HEARING: dict[str, Deed] = {
    "call_hearing": doing.hear,
    "answer_hearing": doing.answer_for_unit,
    "prolong_hearing": doing.prolong,
    "close_hearing": lambda m: close_hearing(m.one(Hearing), **m.signed),
    "withdraw_hearing": doing.take_hearing_back,
}
MEETINGS: dict[str, Deed] = {
    "draft": lambda m: draft_agenda(m.one(Meeting), **m.signed),
    "put_on": doing.put_case_on,
    "send": lambda m: send_agenda(m.one(Meeting), **m.signed),
    "open_up": lambda m: open_meeting(m.one(Meeting), **m.signed),
    "plan_in_writing": doing.plan_in_writing,
    "open_in_writing": lambda m: open_written_procedure(m.one(Meeting, is_written=True), **m.signed),
    "vote": lambda m: vote_in_writing(
        m.one(AgendaItem, meeting__is_written=True), m.chance.choice(list(Choice)), **m.signed
    ),
    "attend": doing.attend,
    "recuse": lambda m: declare_recusal(m.one(AgendaItem), m.by, ground=REASON, **m.signed),
    "note": doing.note,
    "decide": doing.decide,
    "close": lambda m: close_meeting(m.one(Meeting), **m.signed),
    "approve": doing.approve,
    "cancel": doing.cancel,
    "fulfil": lambda m: fulfil_condition(m.one(Condition), REASON, **m.signed),
    "waive": lambda m: waive_condition(m.one(Condition), REASON, **m.signed),
    "bring_back": lambda m: reconsider(m.one(Case), REASON, **m.signed),
}
DEEDS = ASKING | CLARIFYING | SCORING | NETWORK | HEARING | MEETINGS

STORIES = (
    ("ask_assessors", "assess", "assess", "assess", "settle", "value"),
    ("ask_assessors", "assess", "close_round", "reopen_round", "assess", "assess", "value"),
    ("call_hearing", "answer_hearing", "answer_hearing", "close_hearing"),
    ("ask_readiness", "answer_readiness", "answer_readiness"),
    ("name_owner", "accept_benefit", "name_owner", "decline_benefit"),
    ("leave", "enter", "assign", "name_substitute", "ask_assessors", "leave"),
    ("plan_in_writing", "draft", "put_on", "open_in_writing", "vote", "vote", "vote", "decide", "close"),
    ("wish", "attach", "join", "take", "merge"),
)
"""What often comes after one another, so that a walk gets to the end of something."""
