"""May this be done with a wish, and if not, why not? No queries, no clock."""

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.models import Frequency, Wish
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

SHORTEST_TROUBLE = 15
_CPR = re.compile(r"\b(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}\b")

MAY_BRING = (Role.COORDINATOR, Role.ECONOMIST, Role.NETWORK_MEMBER)
CAN_BE_WITHDRAWN = {Stage.DRAFT, Stage.SUBMITTED, Stage.CLARIFYING, Stage.POSTPONED}
CAN_BE_JOINED = {Stage.SUBMITTED, Stage.CLARIFYING, Stage.RECOMMENDED, Stage.APPROVED, Stage.POSTPONED}


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to the three questions, and a title (empty: one is drawn from the first sentence)."""

    trouble: str
    title: str = ""
    helps_own_unit: bool = False
    helps_citizens: bool = False
    helps_other_units: bool = False
    frequency: str = Frequency.UNKNOWN


def title_of(answers: Answers) -> str:
    """The title given, or the first sentence of the trouble, cut at a word."""
    if answers.title.strip():
        return answers.title.strip()[:200]
    sentence = re.split(r"(?<=[.!?])\s|\n", answers.trouble.strip(), maxsplit=1)[0].rstrip(".")
    if len(sentence) <= 80:
        return sentence
    return sentence[:80].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def why_not_write(by: Person) -> Refusal | None:
    if not by.is_active:
        return not_yours(_("Din adgang er lukket."), _("Spørg din leder, hvis det er en fejl."))
    if by.unit_id is None:
        return Refusal(
            _("Takt ved ikke, hvilken enhed du hører til, så ønsket kan ikke få en afsender."),
            _("Bed digitaliseringskonsulenten om at skrive dig på en enhed."),
        )
    return None


def why_not_keep(answers: Answers) -> Refusal | None:
    """A draft may be short, but never hold a civil registration number."""
    if _CPR.search(f"{answers.title} {answers.trouble}"):
        return Refusal(
            _("Teksten ser ud til at indeholde et CPR-nummer. Det må ikke stå i et ønske."),
            _("Slet nummeret, og skriv i stedet for eksempel “en borger”."),
        )
    return None


def why_not_edit(wish: Wish, by: Person) -> Refusal | None:
    if wish.wished_by_id != by.pk:
        return not_yours(
            _("Kladden er skrevet af en anden."), _("Skriv dit eget ønske, eller slut dig til et sendt.")
        )
    if wish.initiative.stage != Stage.DRAFT:
        return Refusal(
            _("Ønske %(number)s er sendt og kan ikke længere rettes her.")
            % {"number": wish.initiative.number},
            _("Skriv til digitaliseringskonsulenten, hvis noget er forkert."),
        )
    return None


def answers_in(wish: Wish) -> Answers:
    """What a draft holds; its title as it stands, given or drawn."""
    return Answers(
        trouble=wish.trouble,
        title=wish.initiative.title,
        helps_own_unit=wish.helps_own_unit,
        helps_citizens=wish.helps_citizens,
        helps_other_units=wish.helps_other_units,
        frequency=wish.frequency,
    )


def why_not_overwrite(wish: Wish, version: int, answers: Answers) -> Refusal | None:
    """``version``: of the wish as the person last saw it. Writing the same again loses nothing."""
    if wish.initiative.version == version or answers_in(wish) == replace(answers, title=title_of(answers)):
        return None
    return Refusal(
        _("Kladden er ændret i et andet vindue, siden du åbnede den her."),
        _("Hent siden igen, og se, hvad der er kommet til. Det, du har skrevet her, er ikke gemt."),
    )


def why_not_submit(answers: Answers, by: Person) -> Refusal | None:
    if len(answers.trouble.strip()) < SHORTEST_TROUBLE:
        return Refusal(
            _("Ønsket er for kort til, at andre kan forstå det."),
            _("Skriv en sætning om, hvad der er besværligt i dag."),
        )
    return why_not_write(by) or why_not_keep(answers)


def why_not_withdraw(wish: Wish, by: Person) -> Refusal | None:
    if wish.wished_by_id != by.pk:
        return not_yours(
            _("Kun den, der har skrevet ønsket, kan trække det tilbage."),
            _("Skriv til digitaliseringskonsulenten, hvis ønsket ikke længere er aktuelt."),
        )
    if wish.initiative.stage not in CAN_BE_WITHDRAWN:
        return Refusal(
            _("Sagen er på trinnet “%(stage)s” og kan ikke længere trækkes tilbage.")
            % {"stage": wish.initiative.get_stage_display()},
            _("Bed den, der har sagen nu, om at lukke den."),
        )
    return None


def why_not_join(wish: Wish, by: Person, *, has_joined: bool) -> Refusal | None:
    if wish.wished_by_id == by.pk:
        return Refusal(_("Det er dit eget ønske."), _("Andre kan slutte sig til det."))
    if has_joined:
        return Refusal(
            _("Du har allerede sluttet dig til ønsket."), _("Her på siden kan du se, hvor langt det er nået.")
        )
    if wish.initiative.stage not in CAN_BE_JOINED:
        return Refusal(
            _("Sagen er på trinnet “%(stage)s”, så man kan ikke længere slutte sig til den.")
            % {"stage": wish.initiative.get_stage_display()},
            _("Skriv et nyt ønske, og nævn sagens nummer."),
        )
    return why_not_write(by)


def why_not_follow(initiative: Initiative, by: Person) -> Refusal | None:
    """Whoever may read a case may follow it."""
    if not by.is_active:
        return not_yours(_("Din adgang er lukket."), _("Spørg din leder, hvis det er en fejl."))
    if initiative.stage == Stage.DRAFT:
        return Refusal(_("En kladde kan ikke følges."), _("Send ønsket først."))
    return None


def why_not_bring(by: Person) -> Refusal | None:
    """Many wishes at once are for those who will answer them; everyone may write one."""
    if by.is_active and by.holds(*MAY_BRING):
        return None
    return not_yours(
        _("Kun økonomer og de, der kvalificerer ønsker, kan læse mange ønsker ind."),
        _("Send projektmappen til en af dem, eller skriv ønskerne ét for ét under Nyt ønske."),
    )
