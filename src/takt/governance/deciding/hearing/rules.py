"""May a hearing be held, answered or ended, and if not, why not? No queries, no clock."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import day
from takt.foundation.people.models import Person, Role, Unit
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.clarifying.rules import why_not_say
from takt.governance.deciding.hearing.models import Hearing, Party, Stance, State
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

CAN_BE_HEARD = (Stage.CLARIFYING, Stage.RECOMMENDED)
UNDECIDED = (Stage.CLARIFYING, Stage.RECOMMENDED, Stage.POSTPONED)
"""Late answers are taken in until somebody has decided."""
SHORTEST, LONGEST = timedelta(days=7), timedelta(days=180)
MOST_QUESTIONS = 5
NEED_WORDS = (Stance.REMARKS, Stance.AGAINST)


def why_not_lead(by: Person, *, leads: bool) -> Refusal | None:
    """``leads``: the person has the case, or is coordinator or secretary of a body."""
    if by.is_active and leads:
        return None
    return not_yours(
        _(
            "Høringer holdes af den, der har sagen, af digitaliseringskonsulenten eller af et forums sekretær."
        ),
        _("Skriv til en af dem, hvis en enhed bør høres."),
    )


def why_not_hear(
    initiative: Initiative, under_way: Hearing | None, by: Person, *, leads: bool
) -> Refusal | None:
    """``under_way``: a hearing on the case that still waits for answers."""
    if refusal := why_not_lead(by, leads=leads):
        return refusal
    if initiative.stage not in CAN_BE_HEARD:
        return Refusal(
            _("Sagen er på trinnet “%(stage)s”.") % {"stage": initiative.get_stage_display()},
            _("Enheder høres, mens sagen kvalificeres, eller når den er indstillet."),
        )
    if under_way is not None:
        return Refusal(
            _("Der er allerede en høring i gang, med frist %(day)s.") % {"day": day(under_way.due_date)},
            _("Forlæng den, eller træk den tilbage, før du spørger igen."),
        )
    return None


def why_not_ask_about(questions: Sequence[str], units: Sequence[Unit]) -> Refusal | None:
    if not questions:
        return Refusal(_("Der er ikke noget at svare på."), _("Skriv mindst ét spørgsmål."))
    if len(questions) > MOST_QUESTIONS:
        return Refusal(_("Så mange spørgsmål får ingen gode svar."), _("Stil højst fem, ét på hver linje."))
    if not units:
        return Refusal(_("Der er ingen at spørge."), _("Vælg mindst én enhed."))
    return next((refusal for one in questions if (refusal := why_not_say(one))), None)


def why_not_wait_until(due_date: date | None, today: date) -> Refusal | None:
    if due_date is None or not today + SHORTEST <= due_date <= today + LONGEST:
        return Refusal(
            _("En enhed skal have mindst en uge til at svare, og højst et halvt år."),
            _("Vælg en dag fra %(first)s til %(last)s.")
            % {"first": day(today + SHORTEST), "last": day(today + LONGEST)},
        )
    return None


def why_not_answer(party: Party, manager: Person | None, by: Person, *, today: date) -> Refusal | None:
    """``manager``: who leads the unit, or the nearest above; None when nobody does."""
    if refusal := _why_not_speak_for(party, manager, by):
        return refusal
    hearing = party.hearing
    state = hearing.state(today)
    if state in (State.WITHDRAWN, State.CLOSED):
        return Refusal(
            _("Høringen er %(state)s.") % {"state": state.label},
            _("Skriv til den, der har sagen, hvis der er noget nyt."),
        )
    if hearing.initiative.stage not in UNDECIDED:
        return Refusal(
            _("Sagen er på trinnet “%(stage)s”, så svaret kan ikke længere få betydning.")
            % {"stage": hearing.initiative.get_stage_display()},
            _("Skriv til den, der har sagen nu."),
        )
    if state == State.OVER and party.answered_at is not None:
        return Refusal(
            _("Fristen var %(day)s, så svaret kan ikke længere ændres.") % {"day": day(hearing.due_date)},
            _("Bed den, der holder høringen, om at forlænge den."),
        )
    return None


def _why_not_speak_for(party: Party, manager: Person | None, by: Person) -> Refusal | None:
    if by.is_active and (by == manager if manager is not None else by.holds(Role.COORDINATOR)):
        return None
    if manager is None:
        return not_yours(
            _("%(unit)s har ingen leder i Takt.") % {"unit": party.unit},
            _("Digitaliseringskonsulenten skriver svaret, og hvem der har givet det."),
        )
    return not_yours(
        _("%(manager)s svarer for %(unit)s.") % {"manager": manager, "unit": party.unit},
        _("Fortæl %(manager)s, hvad der bør med i svaret.") % {"manager": manager},
    )


def why_not_mean(stance: str, text: str) -> Refusal | None:
    """``text`` is needed of those who have remarks or are against."""
    if stance not in Stance.values:
        return Refusal(_("Der er ikke valgt et svar."), _("Vælg et af de fire svar."))
    if stance in NEED_WORDS or text.strip():
        return _why_not_words(text)
    return None


def _why_not_words(text: str) -> Refusal | None:
    if not text.strip():
        return Refusal(_("Bemærkningen mangler."), _("Skriv, hvad der bekymrer, eller hvad der skal til."))
    return why_not_say(text)


def why_not_speak_through(said_by: str, manager: Person | None) -> Refusal | None:
    """Somebody in the unit must stand behind what another writes for it."""
    if manager is None and not said_by.strip():
        return Refusal(
            _("Det fremgår ikke, hvem i enheden der har givet svaret."), _("Skriv navn eller stilling.")
        )
    return None


def why_not_overwrite(party: Party, edition: int) -> Refusal | None:
    """``edition``: of the answer as the person last saw it."""
    if party.edition == edition:
        return None
    return Refusal(
        _("Svaret er ændret, siden du åbnede siden. Nu står der: %(stance)s. %(text)s")
        % {"stance": party.get_stance_display() or _("intet svar"), "text": party.text},
        _("Dit svar er ikke gemt, men står i felterne. Ret det, eller send igen, hvis dit skal gælde."),
    )


def why_not_change(hearing: Hearing, by: Person, *, leads: bool, today: date) -> Refusal | None:
    """A hearing that was ended or withdrawn stays as it was."""
    if refusal := why_not_lead(by, leads=leads):
        return refusal
    state = hearing.state(today)
    if state in (State.WITHDRAWN, State.CLOSED):
        return Refusal(
            _("Høringen er %(state)s.") % {"state": state.label},
            _("Hold en ny høring, hvis der er mere at spørge om."),
        )
    return None


def why_not_withdraw(hearing: Hearing, by: Person, *, leads: bool, today: date) -> Refusal | None:
    """What the units have said when the day has passed stands, whatever it was."""
    if refusal := why_not_change(hearing, by, leads=leads, today=today):
        return refusal
    if hearing.state(today) == State.OVER:
        return Refusal(
            _("Fristen er udløbet, så høringen kan ikke trækkes tilbage."),
            _("Svarene følger sagen. Hold en ny høring, hvis der er mere at spørge om."),
        )
    return None


def why_not_change_over(hearing: Hearing, edition: int) -> Refusal | None:
    """``edition``: of the hearing as the person last saw it."""
    if hearing.edition == edition:
        return None
    return Refusal(
        _("Høringen er ændret, siden du åbnede siden. Fristen er nu %(day)s.")
        % {"day": day(hearing.due_date)},
        _("Hent siden igen, og se, om der stadig er noget at ændre."),
    )


def why_not_prolong_to(hearing: Hearing, due_date: date | None, today: date) -> Refusal | None:
    if due_date is None or not max(hearing.due_date, today) < due_date <= today + LONGEST:
        return Refusal(
            _("Den nye frist skal ligge efter både i dag og den gamle, og højst et halvt år frem."),
            _("Vælg en senere dag end %(day)s.") % {"day": day(max(hearing.due_date, today))},
        )
    return None


def why_not_give_reason(reason: str) -> Refusal | None:
    if not reason.strip():
        return Refusal(_("Der mangler en begrundelse."), _("Skriv en. Enhederne får den at læse."))
    return why_not_say(reason)


def why_not_close(
    hearing: Hearing, waiting: Sequence[Party], by: Person, *, leads: bool, today: date
) -> Refusal | None:
    """``waiting``: those who have not answered."""
    if refusal := why_not_change(hearing, by, leads=leads, today=today):
        return refusal
    if hearing.state(today) == State.OVER:
        return Refusal(
            _("Fristen er udløbet, så høringen er slut af sig selv."),
            _("Svar, der kommer senere, bliver vist som sene, til sagen er besluttet."),
        )
    if waiting:
        return Refusal(
            _("%(unit)s har ikke svaret, og fristen er ikke udløbet.") % {"unit": waiting[0].unit},
            _("Vent til %(day)s, eller træk høringen tilbage.") % {"day": day(hearing.due_date)},
        )
    return None
