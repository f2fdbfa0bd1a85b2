"""May this be done with a case in clarification, and if not, why not? No queries of their own, no clock."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role, Unit
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.models import Wish
from takt.governance.asking.rules import Answers, why_not_keep
from takt.governance.clarifying.findings import LINES, Carried, Days, Guess
from takt.governance.clarifying.models import Question, StaffRole
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

NETWORK = (Role.NETWORK_MEMBER, Role.COORDINATOR)
SHORTEST_REASON = 15
MOST_MONTHS = 36
MOST_HOURS = 400
MOST_DAYS = 5_000
MOST_DKK = 100_000_000_000
CAN_BE_DECLINED = {Stage.SUBMITTED, Stage.CLARIFYING, Stage.POSTPONED}
CAN_BE_REOPENED = {Stage.POSTPONED, Stage.DECLINED}


def why_not_clarify(by: Person) -> Refusal | None:
    """Clarifying is the work of the network."""
    if not by.is_active:
        return not_yours(_("Din adgang er lukket."), _("Spørg din leder, hvis det er en fejl."))
    if not by.holds(*NETWORK):
        return not_yours(
            _("Du er ikke blandt dem, der kvalificerer ønsker."),
            _("Skriv til digitaliseringskonsulenten, hvis du ved noget, der bør med."),
        )
    return None


def why_not_take_up(initiative: Initiative, holder: Person | None, by: Person) -> Refusal | None:
    """``holder``: the one who has the case now."""
    if initiative.stage not in {Stage.SUBMITTED, Stage.CLARIFYING}:
        return why_not_clarify(by) or _wrong_stage(
            initiative, _("Kun et ønske, der er modtaget eller kvalificeres, kan tages op.")
        )
    if holder is not None and holder.is_active:
        return why_not_clarify(by) or Refusal(
            _("Sagen er allerede taget op af %(person)s.") % {"person": holder},
            _("Tal med %(person)s, hvis du skal have den i stedet.") % {"person": holder},
        )
    return why_not_clarify(by)


def why_not_work(initiative: Initiative, by: Person) -> Refusal | None:
    """Estimates, effort and impact change only while the case is being clarified."""
    if refusal := why_not_clarify(by):
        return refusal
    if initiative.stage != Stage.CLARIFYING:
        return _wrong_stage(initiative, _("Tag ønsket op først; så kan det kvalificeres."))
    return None


def why_not_ask(initiative: Initiative, wish: Wish | None, by: Person) -> Refusal | None:
    if refusal := why_not_work(initiative, by):
        return refusal
    if wish is None or wish.wished_by is None or not wish.wished_by.is_active:
        return Refusal(
            _("Der er ingen at spørge. Ønsket har ikke en afsender, der kan svare i Takt."),
            _("Spørg lederen af %(unit)s, og skriv svaret som kilde til skønnet.")
            % {"unit": initiative.unit},
        )
    return None


def why_not_answer(question: Question, wish: Wish | None, by: Person) -> Refusal | None:
    if wish is None or wish.wished_by_id != by.pk or not by.is_active:
        return not_yours(
            _("Spørgsmålet er stillet til den, der har skrevet ønsket."),
            _("Fortæl ønskeren, hvad du ved, så det kommer med i svaret."),
        )
    if question.answered_at is not None:
        return Refusal(
            _("Spørgsmålet er besvaret."), _("Har du mere at fortælle, så skriv til den, der spurgte.")
        )
    return None


def why_not_say(text: str) -> Refusal | None:
    """Questions, answers and reasons are read by people, so they say something and name no citizen."""
    if len(text.strip()) < SHORTEST_REASON:
        return Refusal(
            _("Teksten er for kort til, at den, der læser den, kan bruge den."),
            _("Skriv mindst en hel sætning."),
        )
    return why_not_keep(Answers(trouble=text))


def why_not_give_reason(reason: str) -> Refusal | None:
    if not reason.strip():
        return Refusal(_("Der mangler en begrundelse."), _("Skriv en begrundelse. Ønskeren får den at læse."))
    return why_not_say(reason)


def why_not_decline(initiative: Initiative, by: Person) -> Refusal | None:
    if refusal := why_not_clarify(by):
        return refusal
    if initiative.stage not in CAN_BE_DECLINED:
        return _wrong_stage(initiative, _("Fra dette trin er det et forum på sagens vej, der kan sige nej."))
    return None


def why_not_park(initiative: Initiative, by: Person) -> Refusal | None:
    return why_not_work(initiative, by)


def why_not_park_until(reopen_date: date | None, today: date) -> Refusal | None:
    if reopen_date is None or reopen_date <= today:
        return Refusal(
            _("Et udskudt ønske skal have en dag, hvor det tages op igen."),
            _("Vælg en dag, der ligger efter i dag."),
        )
    return None


def why_not_reopen(initiative: Initiative, by: Person, *, declined_by: str = "") -> Refusal | None:
    """``declined_by``: the body whose no it was; empty when the network said it."""
    if refusal := why_not_clarify(by):
        return refusal
    if initiative.stage == Stage.DECLINED and declined_by:
        return Refusal(
            _("%(body)s har sagt nej, og det gælder, til der er noget nyt i sagen.") % {"body": declined_by},
            _("Brug Genoptag sagen, og skriv, hvad der er nyt, siden den blev afgjort."),
        )
    if initiative.stage not in CAN_BE_REOPENED:
        return _wrong_stage(initiative, _("Kun et udskudt ønske eller et nej kan tages op igen."))
    return None


def why_not_estimate(guess: Guess) -> Refusal | None:
    """The numbers must agree with each other, and somebody must be able to find where they came from."""
    for what in LINES:
        low, likely, high = guess.three_points(what)
        if not 0 <= low <= likely <= high <= (MOST_HOURS if what == "training" else MOST_DKK):
            return _out_of_order(line_name(what))
    months = (guess.prepare_months, guess.roll_out_months, guess.settle_months)
    if not all(0 <= one <= MOST_MONTHS for one in months) or not sum(months[:2]):
        return Refusal(
            _("Månederne passer ikke. Forberedelse og udrulning skal tilsammen tage mindst én måned."),
            _("Skriv 0 til 36 måneder for hver fase. Del et længere ønske i flere."),
        )
    return _why_not_deadline(guess) or _why_not_source(guess)


def _why_not_deadline(guess: Guess) -> Refusal | None:
    if guess.latest_go_live_month is None:
        return None
    if not guess.deadline_reason.strip():
        return Refusal(
            _("Der er en frist, men ikke en grund til den."),
            _("Skriv, hvilken lov eller aftale fristen kommer fra."),
        )
    if guess.earliest_start_month and guess.earliest_start_month > guess.latest_go_live_month:
        return Refusal(
            _("Sagen må tidligst starte efter sin egen frist."),
            _("Ret tidligst start eller senest i drift."),
        )
    return None


def _why_not_source(guess: Guess) -> Refusal | None:
    if not guess.source.strip():
        return Refusal(
            _("Skønnet har ingen kilde."),
            _("Skriv, hvad tallene bygger på, for eksempel et tilbud, en måling eller jeres eget skøn."),
        )
    return None


def _out_of_order(what: str) -> Refusal:
    return Refusal(
        _("%(what)s: lav, sandsynlig og høj står ikke i rækkefølge.") % {"what": what},
        _("Lav må højst være sandsynlig, og sandsynlig højst høj. Ingen af dem er under nul."),
    )


def line_name(what: str) -> str:
    return {
        "investment": _("Anlæg"),
        "running": _("Afledt drift"),
        "benefit": _("Gevinst"),
        "training": _("Oplæring"),
    }[what]


def why_not_carry(unit: Unit, carried: Carried) -> Refusal | None:
    if carried.people > unit.headcount:
        return Refusal(
            _("%(unit)s har %(headcount)d ansatte, så ønsket kan ikke berøre %(people)d.")
            % {"unit": unit, "headcount": unit.headcount, "people": carried.people},
            _("Skriv højst antallet af ansatte, eller tilføj de andre enheder, det gælder."),
        )
    hours = (carried.training_hours, carried.adaptation_hours)
    if carried.people < 1 or not all(0 <= one <= MOST_HOURS for one in hours):
        return Refusal(
            _("%(unit)s: tallene kan ikke bruges.") % {"unit": unit},
            _("Skriv mindst 1 berørt og højst 400 timer, eller fjern enheden med 0 berørte."),
        )
    if carried.intensity not in {1, 2, 3}:
        return Refusal(
            _("%(unit)s: intensiteten er ikke valgt.") % {"unit": unit},
            _("Vælg 1 ny skærm, 2 nyt system eller 3 ny måde at arbejde på."),
        )
    return None


def why_not_overwrite(changed: Sequence[str]) -> Refusal | None:
    """``changed``: what somebody else has changed too, and what it says now."""
    if not changed:
        return None
    return Refusal(
        _("En kollega har ændret det samme, siden du åbnede siden: %(changes)s.")
        % {"changes": "; ".join(changed)},
        _("Intet er gået tabt. Dine tal står i felterne. Ret dem, eller gem igen, hvis dine skal gælde."),
    )


def _wrong_stage(initiative: Initiative, remedy: str) -> Refusal:
    return Refusal(
        _("Sagen er på trinnet “%(stage)s”.") % {"stage": initiative.get_stage_display()},
        remedy,
    )


def why_not_spend(role: StaffRole, days: Days) -> Refusal | None:
    if days.high > MOST_DAYS:
        return Refusal(
            _("%(role)s: %(days)d dage kan ikke bruges.") % {"role": role, "days": days.high},
            _("Skriv 0 til 5.000 hele dage for hver rolle."),
        )
    return None if 0 <= days.low <= days.likely <= days.high else _out_of_order(str(role))
