"""May a plan be proposed and published, and if not, why? No queries, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.governance_path import CaseFacts, Level, Mandate
from takt.foundation.design.templatetags.takt import day, language
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.deciding.meetings.rules import why_not_name_citizens, why_not_write
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.models import Proposal, ProposalState

MAY_PROPOSE = (Role.COORDINATOR, Role.ECONOMIST, Role.DIRECTOR)


@dataclass(frozen=True, slots=True)
class Decider:
    """A body, and whether its mandate covers a plan."""

    body: Body
    mandates: tuple[Mandate, ...]
    facts: CaseFacts | None

    @property
    def may_decide(self) -> bool:
        """A plan that places nothing new is still a decision, for whoever may decide anything at all."""
        deciding = [one for one in self.mandates if one.level is Level.DECIDE]
        return any(self.facts is None or one.fits(self.facts) for one in deciding)


def why_not_prepare(by: Person) -> Refusal | None:
    """Everyone may read a proposal; those who prepare decisions make them."""
    if by.is_active and by.holds(*MAY_PROPOSE):
        return None
    return not_yours(
        _("Kun digitaliseringskonsulenter, økonomer og direktører kan foreslå en plan til offentliggørelse."),
        _("Spørg digitaliseringsafdelingen. Du kan læse alle forslag her på siden."),
    )


def why_not_propose(
    by: Person, run: PlanRun, *, in_force: PlanRun | None, already: Proposal | None, note: str = ""
) -> Refusal | None:
    """``already``: another proposal that waits."""
    if refusal := why_not_prepare(by):
        return refusal
    if run.recorded_at is None:
        return Refusal(_("Planen er ikke beregnet færdig."), _("Vent, til beregningen er slut."))
    if in_force is not None and in_force.pk == run.pk:
        return Refusal(
            _("Planen er allerede offentliggjort og gælder."), _("Beregn en ny plan, hvis noget skal ændres.")
        )
    if already is not None:
        return Refusal(
            _("Planversion %(version)s er allerede foreslået og venter på beslutning.")
            % {"version": already.run_id},
            _("Vent på beslutningen, eller træk det forslag tilbage først."),
        )
    return why_not_name_citizens(note)


def why_not_withdraw(by: Person, proposal: Proposal) -> Refusal | None:
    return why_not_prepare(by) or why_not_settled(proposal)


def why_not_settled(proposal: Proposal) -> Refusal | None:
    if proposal.state == ProposalState.OPEN:
        return None
    return Refusal(
        _("Forslaget er allerede behandlet: %(state)s %(day)s.")
        % {"state": proposal.get_state_display().lower(), "day": day(proposal.settled_at)},
        _("Lav et nyt forslag, hvis planen skal ændres igen."),
    )


def why_not_decide(
    proposal: Proposal, seats: Mapping[str, SeatRole], deciders: Sequence[Decider], body_key: str
) -> Refusal | None:
    """``seats``: the bodies in which the person is chair or secretary. ``deciders``: every body of the model."""
    if refusal := why_not_settled(proposal):
        return refusal
    chosen = next((one for one in deciders if one.body.key == body_key), None)
    if chosen is None or body_key not in seats:
        return not_yours(
            _(
                "Kun formanden eller sekretæren i det forum, der har besluttet planen, kan skrive beslutningen ind."
            ),
            who_can(deciders),
        )
    return why_not_within_mandate(chosen, deciders)


def why_not_within_mandate(chosen: Decider, deciders: Sequence[Decider]) -> Refusal | None:
    if chosen.may_decide:
        return None
    name = chosen.body.name
    if not any(one.level is Level.DECIDE for one in chosen.mandates) or chosen.facts is None:
        return Refusal(_("%(body)s har ikke mandat til at beslutte.") % {"body": name}, who_can(deciders))
    return Refusal(
        _(
            "%(body)s har ikke mandat til hele planen. Den rammer %(areas)s, og dens dyreste initiativ koster "
            "%(investment)s i anlæg; den dyreste drift er %(running)s om året."
        )
        % ({"body": name} | in_amounts(chosen.facts)),
        who_can(deciders),
    )


def in_amounts(facts: CaseFacts) -> dict[str, str]:
    """What a mandate is held against, in words."""
    areas = len(facts.areas)
    return {
        "areas": _("ét område")
        if areas == 1
        else _("%(n)s områder") % {"n": wording.count(areas, language())},
        "investment": wording.kroner(facts.investment_dkk, language()),
        "running": wording.kroner(facts.running_dkk, language()),
    }


def who_can(deciders: Sequence[Decider]) -> str:
    names = [one.body.name for one in deciders if one.may_decide]
    if not names:
        return _("Ingen i styringsmodellen har mandat til hele planen. Giv et forum mandatet under Styring.")
    listed = wording.join_list(names, language(), either=True)
    return _("Det kan %(bodies)s. Formanden eller sekretæren dér skriver beslutningen ind.") % {
        "bodies": listed
    }


def why_not_on(decided_on: date, proposal: Proposal, at: datetime) -> Refusal | None:
    """A body decides what it has seen, and nobody writes down what has not happened yet."""
    if decided_on > localdate(at):
        return Refusal(
            _("%(day)s er ikke kommet endnu.") % {"day": day(decided_on)},
            _("Skriv beslutningen ind, når mødet er holdt."),
        )
    if decided_on < localdate(proposal.proposed_at):
        return Refusal(
            _("Forslaget blev først lavet %(day)s, så det kan ikke være besluttet før.")
            % {"day": day(proposal.proposed_at)},
            _("Ret datoen for mødet."),
        )
    return None


def why_not_publish(
    proposal: Proposal, *, in_force: PlanRun | None, decided_on: date, minutes: str, at: datetime
) -> Refusal | None:
    """The body decided what it saw: the difference from the plan that was in force."""
    if (in_force and in_force.pk) != proposal.against_id:
        return Refusal(
            _(
                "En anden plan er offentliggjort, siden forslaget blev lavet, så det viser ikke, hvad der ændres."
            ),
            _("Træk forslaget tilbage, og foreslå planen igen."),
        )
    if refusal := why_not_on(decided_on, proposal, at):
        return refusal
    if not minutes.strip():
        return Refusal(
            _("Der mangler en henvisning til referatet."),
            _("Skriv for eksempel “Referat af 3. december 2026, punkt 4”."),
        )
    return why_not_name_citizens(minutes)


def why_not_decline(proposal: Proposal, *, decided_on: date, reason: str, at: datetime) -> Refusal | None:
    return why_not_on(decided_on, proposal, at) or why_not_write(
        reason, _("Skriv, hvorfor planen ikke blev offentliggjort, så andre kan forstå det.")
    )
