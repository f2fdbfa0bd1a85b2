"""May this outcome be recorded, and if not, why not? No queries, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation.governance_path import Level
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.deciding.meetings.models import (
    AgendaItem,
    Condition,
    ConditionState,
    ItemKind,
    OutcomeKind,
)
from takt.governance.deciding.meetings.models.outcome import APPROVING, CONDITIONAL, RECOMMENDING
from takt.governance.deciding.meetings.rules import why_not_name_citizens, why_not_write
from takt.governance.deciding.meetings.standing import Standing
from takt.governance.deciding.meetings.terms import ConditionTerms, OutcomeTerms
from takt.governance.deciding.meetings.turn import Turn
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

OF_A_PLAIN_ITEM = (OutcomeKind.APPROVED, OutcomeKind.DECLINED, OutcomeKind.NOTED)
CAN_BE_TREATED = (Stage.CLARIFYING, Stage.RECOMMENDED)
CAN_BE_RECONSIDERED = (Stage.APPROVED, Stage.DECLINED)


@dataclass(frozen=True, slots=True)
class Quorum:
    """Those who take part in one item."""

    present: int
    """With a vote, and not recused."""
    needed: int
    in_favour: int = 0
    against: int = 0
    """Of a written procedure only."""

    @property
    def is_met(self) -> bool:
        return self.present >= self.needed


def why_not_kind(
    kind: OutcomeKind, item: AgendaItem, turn: Turn | None, standing: Standing
) -> Refusal | None:
    """What the mandate, the case and the kind of item allow. ``turn``: of the case; None for a plain item."""
    if kind == OutcomeKind.NOTED:
        return None
    if item.initiative is None or turn is None:
        return _why_not_plain(kind)
    if item.kind != ItemKind.DECISION:
        return Refusal(
            _("Punktet er ikke til beslutning, så det kan kun tages til efterretning."),
            _("Skift punktet til beslutning på en kommende dagsorden."),
        )
    case = item.initiative
    if case.stage not in CAN_BE_TREATED:
        return Refusal(
            _("Sag %(number)s er på trinnet “%(stage)s”, og der kan ikke besluttes om den nu.")
            % {"number": case.number, "stage": case.get_stage_display()},
            _("Tag punktet til efterretning. En afgjort sag genoptages kun med en ny oplysning."),
        )
    return _why_not_mandate(kind, item, turn, standing)


def _why_not_plain(kind: OutcomeKind) -> Refusal | None:
    if kind in OF_A_PLAIN_ITEM:
        return None
    return Refusal(
        _("Punktet handler ikke om en sag."), _("Vælg Godkendt, Afvises eller Taget til efterretning.")
    )


def _why_not_mandate(kind: OutcomeKind, item: AgendaItem, turn: Turn, standing: Standing) -> Refusal | None:
    level = turn.levels.get(item.meeting.body.key)
    if kind == OutcomeKind.RETURNED and (level or turn.facts is None):
        return None
    if turn.facts is None:
        return Refusal(
            _("Sagen har ikke skøn og berørte enheder, så ingen kan se, hvem der må beslutte den."),
            _("Send den retur med spørgsmål, så tallene kan blive lagt ind."),
        )
    if level is None or level is Level.QUALIFY:
        return _no_mandate(standing)
    if kind in (OutcomeKind.POSTPONED, OutcomeKind.DECLINED):
        return None
    return _why_not_yes(kind, level, item, turn, standing)


def _why_not_yes(
    kind: OutcomeKind, level: Level, item: AgendaItem, turn: Turn, standing: Standing
) -> Refusal | None:
    if kind in APPROVING and level is not Level.DECIDE:
        return not_yours(
            _("%(body)s har ikke mandat til at beslutte sagen, kun til at anbefale den.")
            % {"body": standing.body},
            _("Anbefal den; så går den videre ad vejen til en beslutning, som står på sagen."),
        )
    if kind in RECOMMENDING and level is not Level.RECOMMEND:
        return Refusal(
            _("%(body)s har selv mandat til at beslutte sagen.") % {"body": standing.body},
            _("Vælg Godkendt, Udsættes, Sendes retur eller Afvises."),
        )
    return why_not_turn(item.initiative, turn, item.meeting.body.key, standing.body)


def why_not_turn(case: Initiative | None, turn: Turn, body_key: str, body_name: str) -> Refusal | None:
    """Whether the case has come to this body."""
    number = case.number if case else ""
    if not turn.is_ready:
        return Refusal(
            _("Sag %(number)s er ikke meldt klar, eller den er ændret, siden den blev det.")
            % {"number": number},
            _("Den, der har sagen, kan melde den klar igen. Den kan udsættes eller sendes retur."),
        )
    if turn.step is None:
        return Refusal(
            _("Ingen har mandat til at beslutte sag %(number)s.") % {"number": number},
            _("Se på sagen, hvad der mangler. Styringsmodellen rettes under Styring."),
        )
    if turn.step.body.key != body_key:
        return Refusal(
            _("Sag %(number)s skal til %(next)s, ikke %(body)s.")
            % {"number": number, "next": turn.step.body.name, "body": body_name},
            _("Vejen til en beslutning står på sagen. Den kan sættes på til orientering eller drøftelse."),
        )
    return None


def _no_mandate(standing: Standing) -> Refusal:
    return not_yours(
        _("%(body)s har ikke mandat til at anbefale eller beslutte sagen.") % {"body": standing.body},
        _("Vejen til en beslutning står på sagen. Punktet kan tages til efterretning."),
    )


def why_not_quorum(kind: OutcomeKind, quorum: Quorum, *, is_written: bool) -> Refusal | None:
    if kind == OutcomeKind.NOTED:
        return None
    if not quorum.is_met:
        return Refusal(
            ngettext(
                "Forummet er ikke beslutningsdygtigt i punktet: én af de %(needed)d, der skal til, deltager.",
                "Forummet er ikke beslutningsdygtigt i punktet: %(present)d af de %(needed)d, der skal til, deltager.",
                quorum.present,
            )
            % {"present": quorum.present, "needed": quorum.needed},
            _("Ret fremmødet, eller tag punktet til efterretning og sæt det på næste møde."),
        )
    if is_written and kind in APPROVING | RECOMMENDING and quorum.in_favour <= quorum.against:
        return Refusal(
            _("Der er ikke flertal for et ja: %(for)d for og %(against)d imod.")
            % {"for": quorum.in_favour, "against": quorum.against},
            _("Vælg et andet udfald, eller tag sagen på et møde."),
        )
    return None


def why_not_words(terms: OutcomeTerms, item: AgendaItem, today: date) -> Refusal | None:
    """Reason, date, questions and conditions: what each outcome must say."""
    if terms.kind != OutcomeKind.NOTED and (
        refusal := why_not_write(
            terms.reason, _("Skriv begrundelsen. Ønskeren og de berørte enheder læser den.")
        )
    ):
        return refusal
    if refusal := why_not_name_citizens(f"{terms.reason} {terms.answer} {terms.questions}"):
        return refusal
    if refusal := _why_not_answer(terms, item):
        return refusal
    if terms.kind == OutcomeKind.POSTPONED and (terms.until_date is None or terms.until_date <= today):
        return Refusal(
            _("En sag, der udsættes, skal have en dag, hvor den kommer tilbage."),
            _("Vælg en dag efter i dag. Så kommer den tilbage af sig selv."),
        )
    if terms.kind == OutcomeKind.RETURNED and (
        refusal := why_not_write(terms.questions, _("Skriv, hvad sagen skal svare på, før den kommer igen."))
    ):
        return refusal
    return _why_not_conditions(terms)


def _why_not_answer(terms: OutcomeTerms, item: AgendaItem) -> Refusal | None:
    """What others are told of a closed item has its own words."""
    if not item.is_closed or item.initiative is None or terms.kind == OutcomeKind.NOTED:
        return None
    return why_not_write(terms.answer, _("Punktet er lukket. Skriv det svar, som ønskeren og andre må læse."))


def _why_not_conditions(terms: OutcomeTerms) -> Refusal | None:
    if terms.kind in CONDITIONAL:
        if not terms.conditions:
            return Refusal(
                _("Der mangler en betingelse."), _("Skriv mindst én, eller vælg udfaldet uden betingelser.")
            )
        return next((refusal for one in terms.conditions if (refusal := why_not_condition(one))), None)
    if terms.conditions:
        return Refusal(
            _("Der er skrevet betingelser, men udfaldet er uden."),
            _("Vælg udfaldet med betingelser, eller slet dem."),
        )
    return None


def why_not_condition(terms: ConditionTerms) -> Refusal | None:
    """Somebody owns it, and everyone knows by when."""
    if refusal := why_not_write(terms.text, _("Skriv betingelsen som en hel sætning.")):
        return refusal
    if terms.owner is None and terms.owner_unit is None:
        return Refusal(
            _("Betingelsen “%(text)s” har ingen ansvarlig.") % {"text": terms.text},
            _("Skriv en person eller en enhed."),
        )
    if terms.due_date is None:
        return Refusal(
            _("Betingelsen “%(text)s” har ingen frist.") % {"text": terms.text},
            _("Vælg den dag, den senest skal være opfyldt."),
        )
    return None


def why_not_exceed(terms: OutcomeTerms, breaches: Sequence[str], level: Level | None) -> Refusal | None:
    """A yes beyond a limit is said by a body that may decide the case, knowingly and with a reason."""
    if not breaches or terms.kind not in APPROVING:
        return None
    if level is not Level.DECIDE:
        return not_yours(
            _("Et ja overskrider en grænse, og det kan kun et forum, der må beslutte sagen."),
            _("Anbefal den, eller udsæt den."),
        )
    if len(terms.override_reason.strip()) < 10:
        return Refusal(
            _("Et ja overskrider: %(breaches)s.") % {"breaches": "; ".join(breaches)},
            _(
                "Skriv, hvorfor I siger ja alligevel. Det bliver stående på planen. Eller vælg en anden start."
            ),
        )
    return why_not_name_citizens(terms.override_reason)


def why_not_settle(condition: Condition) -> Refusal | None:
    if condition.outcome.in_effect_at is None:
        return Refusal(
            _("Mødet er ikke lukket, så betingelsen gælder ikke endnu."), _("Vent, til det er lukket.")
        )
    if condition.state == ConditionState.OPEN:
        return None
    return Refusal(
        _("Betingelsen er allerede: %(state)s.") % {"state": condition.get_state_display().lower()},
        _("Er det en fejl, så skriv en tilføjelse til referatet."),
    )


def why_not_fulfil(
    condition: Condition, by: Person, standing: Standing, *, manages: bool, proof: str
) -> Refusal | None:
    """The owner shows it, or the body's secretary and chair. ``manages``: is a manager of the unit that owns it."""
    owns = condition.owner_id == by.pk and by.is_active
    if not (owns or manages or standing.runs):
        return not_yours(
            _("Kun den ansvarlige, og forummets sekretær og formand, kan melde betingelsen opfyldt."),
            _("Fortæl den ansvarlige, hvad du ved."),
        )
    return why_not_settle(condition) or why_not_write(
        proof, _("Skriv, hvad der viser, at betingelsen er opfyldt, og hvor det kan ses.")
    )


def why_not_waive(condition: Condition, standing: Standing, reason: str) -> Refusal | None:
    if not standing.runs:
        return not_yours(
            _("Kun %(body)s, som satte betingelsen, kan lade den falde.") % {"body": standing.body},
            _("Skriv til sekretæren for forummet."),
        )
    return why_not_settle(condition) or why_not_write(
        reason, _("Skriv, hvorfor betingelsen ikke længere skal opfyldes.")
    )


def why_not_reconsider(case: Initiative, by: Person, *, may_ask: bool, new_fact: str) -> Refusal | None:
    """``may_ask``: works in the network, or runs a body that treated the case."""
    if not by.is_active or not may_ask:
        return not_yours(
            _(
                "Kun de, der kvalificerer sager, og forummets sekretær og formand kan genoptage en afgjort sag."
            ),
            _("Fortæl dem, hvad der er nyt."),
        )
    if case.stage not in CAN_BE_RECONSIDERED:
        return Refusal(
            _("Sagen er på trinnet “%(stage)s”.") % {"stage": case.get_stage_display()},
            _("Kun en sag, der er besluttet eller afvist, genoptages."),
        )
    return why_not_write(
        new_fact,
        _("Skriv, hvad der er nyt, siden sagen blev afgjort. Uden noget nyt står afgørelsen ved magt."),
    )
