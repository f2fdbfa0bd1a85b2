"""What the bodies of Fjordby said and demanded. The words are invented."""

from datetime import date, datetime, time, timedelta

from takt.governance.deciding.meetings.models import Condition, ConditionState, Outcome, OutcomeKind
from takt.governance.deciding.meetings.models.outcome import APPROVING, CONDITIONAL, RECOMMENDING
from takt.interfaces.demonstration.estimates import chance
from takt.interfaces.demonstration.history import COPENHAGEN, LATEST

YES = (
    "Sparer tid i hele området, og enhederne kan bære forandringen.",
    "Løser det samme problem i flere enheder og holder sig inden for rammen.",
    "Gevinsten er sikker, og lederne i enhederne er klar.",
    "Giver borgerne hurtigere svar. Udgiften er lille over for gevinsten.",
)
LATER = ("Ønsket er godt, men kan vente, til et større system er skiftet.",)
NO = ("Et andet ønske løser det samme for færre penge.",)
DEMANDS = (
    ("Driften betales af områdets egen gevinst.", "Budgetnotat godkendt af Økonomi"),
    ("Konsekvensanalysen er godkendt, før data lægges ind.", "Underskrevet konsekvensanalyse"),
    ("Superbrugere er udpeget i alle enheder før udrulning.", "Liste med navne fra lederne"),
    ("Aftalen med leverandøren har en exitplan.", "Aftalens bilag om ophør"),
    ("Snitfladen til ESDH er prøvet i drift.", "Testrapport"),
)
SHARE_FULFILLED = 0.8
"""Of those whose date has come; the rest are over their date."""


def reason_for(nr: str, kind: OutcomeKind) -> str:
    said = YES if kind in APPROVING | RECOMMENDING else NO if kind == OutcomeKind.DECLINED else LATER
    return said[int(len(said) * chance(nr, kind, "reason"))]


def conditions_on(outcome: Outcome, nr: str, day: date) -> list[Condition]:
    """One or two, owned by the unit of the case or by a manager nearby; some over their date."""
    if outcome.kind not in CONDITIONAL:
        return []
    first = int(len(DEMANDS) * chance(nr, outcome.kind, "which"))
    count = 1 + (chance(nr, outcome.kind, "how many") < 0.5)
    return [_condition(outcome, nr, day, (first + number) % len(DEMANDS)) for number in range(count)]


def _condition(outcome: Outcome, nr: str, day: date, which: int) -> Condition:
    text, proof = DEMANDS[which]
    due = day + timedelta(days=60 + int(120 * chance(nr, text, "due")))
    condition = Condition(
        outcome=outcome,
        text=text,
        owner_unit=outcome.item.initiative.unit if outcome.item.initiative else None,
        due_date=due,
        proof_wanted=proof,
    )
    if due <= LATEST and chance(nr, text, "fulfilled") < SHARE_FULFILLED:
        condition.state = ConditionState.FULFILLED
        condition.settled_text = f"{proof}. Lagt på sagen."
        condition.settled_by = outcome.recorded_by
        condition.settled_at = datetime.combine(due - timedelta(days=5), time(11), COPENHAGEN)
    return condition
