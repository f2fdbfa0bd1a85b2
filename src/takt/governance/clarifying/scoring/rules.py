"""May this be done in the assessment of a case, and if not, why? No queries, no clock."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.scoring import HIGHEST, LOWEST, MOST_POINTS
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.rules import why_not_clarify, why_not_say, why_not_work
from takt.governance.clarifying.scoring.blindness import is_finished, is_open_to_all
from takt.governance.clarifying.scoring.models import Assessor, CriteriaVersion, Round, Settlement
from takt.governance.clarifying.scoring.results import Result
from takt.governance.flow.models import Initiative

FEWEST, MOST = 2, 9
"""Assessors in a round."""


def why_not_ask(
    case: Initiative, criteria: CriteriaVersion | None, earlier: Round | None, by: Person
) -> Refusal | None:
    """``earlier``: the newest round there is."""
    if refusal := why_not_work(case, by):
        return refusal
    if criteria is None or criteria.number is None:
        return Refusal(
            _("Der er ingen vedtagne kriterier at bedømme efter."),
            _("Formand, sekretær eller digitaliseringskonsulenten kan vedtage dem under Styring, Kriterier."),
        )
    if earlier is not None:
        return Refusal(
            _("Sagen har allerede en bedømmelse."),
            _("Bed om en bedømmer mere, eller begynd en ny runde med en grund."),
        )
    return None


def why_not_these(people: Sequence[Person]) -> Refusal | None:
    if not FEWEST <= len({person.pk for person in people}) <= MOST:
        return Refusal(
            _("En bedømmelse kræver mindst to og højst ni forskellige bedømmere."),
            _("Vælg nogle, der kender hverdagen, og gerne én, der ikke har haft med ønsket at gøre."),
        )
    return next((refusal for person in people if (refusal := why_not_this(person))), None)


def why_not_this(person: Person) -> Refusal | None:
    if person.is_active:
        return None
    return Refusal(
        _("%(person)s kan ikke logge ind og kan derfor ikke bedømme.") % {"person": person},
        _("Vælg en anden."),
    )


def why_not_due(due_date: date | None, today: date) -> Refusal | None:
    if due_date is None or due_date <= today:
        return Refusal(_("Bedømmerne skal have tid til at svare."), _("Vælg en dag, der ligger efter i dag."))
    return None


def why_not_assess(
    one: Round, mine: Assessor | None, assessors: Sequence[Assessor], by: Person
) -> Refusal | None:
    """``mine``: the reader's own place in the round."""
    if mine is None or not by.is_active:
        return not_yours(
            _("Kun de bedømmere, der er bedt om det, bedømmer sagen."),
            _("Den, der har sagen, kan bede dig om at være med."),
        )
    if one.closed_at is not None:
        return Refusal(
            _("Runden er lukket, så der kan ikke gives flere bedømmelser."),
            _("Skriv til den, der har sagen, hvis din viden bør med i en ny runde."),
        )
    if is_open_to_all(mine, one, assessors):
        return Refusal(
            _("Alle har svaret, og bedømmelserne er åbnet. Nu kan ingen ændre sin egen."),
            _("Er I uenige, så skriv en afklaring ved siden af. Eller bed om en ny runde med en grund."),
        )
    return None


def why_not_overwrite(mine: Assessor, edition: int) -> Refusal | None:
    """``edition``: of the answers as the person last saw them."""
    if mine.edition == edition:
        return None
    return Refusal(
        _("Du har gemt din bedømmelse et andet sted, siden du åbnede siden."),
        _("Gem igen, hvis det, der står i felterne, skal gælde."),
    )


def why_not_scores(scores: Sequence[tuple[str, int | None, str]]) -> Refusal | None:
    """Name, score and reason of every criterion."""
    for name, value, reason in scores:
        if value is None or not LOWEST <= value <= HIGHEST:
            return Refusal(_("“%(name)s” mangler en score.") % {"name": name}, _("Vælg et tal fra 1 til 5."))
        if why_not_say(reason):
            return Refusal(
                _("“%(name)s” mangler en brugbar begrundelse.") % {"name": name},
                _("Skriv en hel sætning om, hvad tallet bygger på. Ingen personoplysninger."),
            )
    return None


def why_not_add(case: Initiative, one: Round | None, by: Person) -> Refusal | None:
    if refusal := why_not_work(case, by):
        return refusal
    return _why_not_open(one)


def why_not_add_this(person: Person, assessors: Sequence[Assessor], one: Round, by: Person) -> Refusal | None:
    if any(answer.person_id == person.pk for answer in assessors):
        return Refusal(
            _("%(person)s er allerede bedømmer i runden.") % {"person": person}, _("Vælg en anden.")
        )
    if len(assessors) >= MOST:
        return Refusal(_("Der er allerede ni bedømmere."), _("Afklar uenigheden med dem, der har svaret."))
    if one.revealed_at is not None and person.pk == by.pk:
        return Refusal(
            _("Du har set de andres bedømmelser og kan ikke længere bedømme uden at kende dem."),
            _("Vælg en, der ikke har set dem."),
        )
    return why_not_this(person)


def why_not_replace(
    case: Initiative, one: Round | None, answer: Assessor | None, by: Person, *, seen: int
) -> Refusal | None:
    """``seen``: the key of the one who had the place as the page showed it, 0 for somebody forgotten."""
    if refusal := why_not_add(case, one, by):
        return refusal
    if answer is None or answer.answered_at is not None:
        return Refusal(
            _("Bedømmeren har svaret, og svaret bliver stående."), _("Bed om en bedømmer mere i stedet.")
        )
    if (answer.person_id or 0) != seen:
        return Refusal(
            _("%(person)s er spurgt i stedet, siden du åbnede siden.") % {"person": answer.person},
            _("Lad det blive ved det, eller spørg en anden i stedet for %(person)s.")
            % {"person": answer.person},
        )
    return None


def why_not_close(one: Round | None, by: Person) -> Refusal | None:
    if refusal := why_not_clarify(by) or _why_not_open(one):
        return refusal
    assert one is not None  # noqa: S101 - _why_not_open has seen to it
    if by.pk != one.asked_by_id and not by.holds(Role.COORDINATOR):
        return not_yours(
            _("Kun den, der bad om bedømmelsen, og digitaliseringskonsulenten kan lukke runden."),
            _("Skriv til en af dem, hvis I ikke kan vente på de sidste svar."),
        )
    return None


def why_not_reopen(
    case: Initiative, one: Round | None, assessors: Sequence[Assessor], by: Person
) -> Refusal | None:
    if refusal := why_not_work(case, by):
        return refusal
    if one is None:
        return Refusal(_("Sagen er ikke bedømt endnu."), _("Bed om den første bedømmelse."))
    if not is_finished(one, assessors):
        return Refusal(
            _("Runden er ikke færdig. Nogen mangler at svare."),
            _("Vent på svarene, eller luk runden med en grund."),
        )
    return None


def why_not_settle(result: Result | None, by: Person) -> Refusal | None:
    """Settling is for the network and for those who have assessed."""
    if result is None or not by.is_active:
        return why_not_clarify(by) or _none_yet()
    if not by.holds(Role.COORDINATOR, Role.NETWORK_MEMBER) and by.pk not in result.assessor_pks:
        return not_yours(
            _("Kun de, der kvalificerer sager, og bedømmerne afklarer en uenighed."),
            _("Fortæl en af bedømmerne, hvad du ved."),
        )
    if not result.is_finished:
        return Refusal(
            _("Ikke alle har svaret, så ingen ved endnu, om I er uenige."),
            _("Vent på svarene, eller luk runden med en grund."),
        )
    return None


def why_not_settle_this(name: str, *, is_disagreement: bool) -> Refusal | None:
    if is_disagreement:
        return None
    return Refusal(
        _("Bedømmerne er enige om “%(name)s”.") % {"name": name},
        _("En afklaring skrives kun, hvor de ligger mindst to trin fra hinanden."),
    )


def why_not_settle_over(now: Settlement | None, edition: int) -> Refusal | None:
    if (now.edition if now else 0) == edition:
        return None
    return Refusal(
        _("En kollega har skrevet afklaringen, siden du åbnede siden: “%(text)s”")
        % {"text": now.text if now else ""},
        _("Din tekst står i feltet. Skriv dem sammen, og gem igen."),
    )


def why_not_value(
    case: Initiative, estimate: Estimate | None, result: Result | None, by: Person
) -> Refusal | None:
    """Take the points of the formula over as the value of the case."""
    if refusal := why_not_value_at_all(case, estimate, by):
        return refusal
    if result is None or not result.is_finished or len(result.rows[0].scores) < FEWEST:
        return Refusal(
            _("Værdien kan ikke regnes ud, før mindst to har bedømt sagen, og ingen mangler at svare."),
            _("Vent på svarene, luk runden, eller sæt pointene i hånden med en grund."),
        )
    if result.unsettled:
        names = wording.join_list([row.name for row in result.unsettled], language())
        return Refusal(
            _("Bedømmerne er uenige om %(names)s, og det er ikke afklaret.") % {"names": names},
            _("Skriv, hvad I er nået frem til. Tallene bliver stående."),
        )
    return None


def why_not_value_at_all(case: Initiative, estimate: Estimate | None, by: Person) -> Refusal | None:
    if refusal := why_not_work(case, by):
        return refusal
    if estimate is None:
        return Refusal(
            _("Sagen er ikke skønnet, så gevinsten kendes ikke."), _("Gem et skøn over gevinsten først.")
        )
    return None


def why_not_again(*, is_the_same: bool) -> Refusal | None:
    if is_the_same:
        return Refusal(
            _("Værdien er allerede taget over."),
            _("Ændrer I skønnet, eller bedømmer I igen, kan I bruge de nye point."),
        )
    return None


def why_not_by_hand(points: int | None, reason: str) -> Refusal | None:
    if points is None or not 0 <= points <= MOST_POINTS:
        return Refusal(_("Pointene kan ikke bruges."), _("Skriv et helt tal fra 0 til 100.000."))
    if not reason.strip():
        return Refusal(
            _("Point, der er sat i hånden, skal have en begrundelse."),
            _("Skriv, hvorfor formlen ikke bruges."),
        )
    return why_not_say(reason)


def why_not_value_over(now: int, seen: int) -> Refusal | None:
    if now == seen:
        return None
    return Refusal(
        _("En kollega har sat værdien til %(points)d point, siden du åbnede siden.") % {"points": now},
        _("Intet er gået tabt. Gem igen, hvis dine point skal gælde."),
    )


def why_not_take_other_points(now: int, offered: int) -> Refusal | None:
    """``offered``: the points of the formula as the person saw them."""
    if now == offered:
        return None
    return Refusal(
        _("Skønnet eller bedømmelsen er ændret, siden du åbnede siden. Formlen giver nu %(points)d point.")
        % {"points": now},
        _("Se, hvad der er ændret, og brug de nye point, hvis de skal gælde."),
    )


def _why_not_open(one: Round | None) -> Refusal | None:
    if one is None:
        return _none_yet()
    if one.closed_at is not None:
        return Refusal(_("Runden er lukket."), _("Begynd en ny runde med en grund."))
    return None


def _none_yet() -> Refusal:
    return Refusal(_("Sagen har ingen bedømmelse."), _("Bed om en bedømmelse først."))
