"""Sagsfremstilling: what a body must know of one case, in the order it is read."""

from collections.abc import Iterator
from datetime import date, datetime

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import kroner, language, number, person_or_forgotten
from takt.governance.asking.models import Wish
from takt.governance.clarifying.models import Estimate
from takt.governance.planning.consequences import consequences_of
from takt.governance.planning.question import month_of
from takt.interfaces.case_file.consequences import asks_for_consequences
from takt.interfaces.case_file.decision_path import decision_path_block
from takt.interfaces.case_file.money import money_block
from takt.interfaces.case_file.place import deadline_block, place_block
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.timing import Timing, timing_of
from takt.interfaces.papers import case_grounds as grounds
from takt.interfaces.papers.consequences_words import consequences_blocks, consequences_paper
from takt.interfaces.papers.framing import framed, newest_event
from takt.interfaces.papers.rendering import Block, Bullets, Document, Facts, Heading, Paragraph, Table, Tone
from takt.interfaces.papers.rendering.document import paragraphs, titled


def case_presentation(case: Case, *, today: date, at: datetime) -> Document:
    """In the language that is active; with what exists, and saying of the rest that it is missing."""
    initiative = case.initiative
    timing = timing_of(case, this_month=month_of(today))
    name = _("Sagsfremstilling")
    title = _("Sagsfremstilling: %(title)s") % {"title": initiative.title}
    blocks = [
        Paragraph(f"{name}\n{settings.MUNICIPALITY}", Tone.EYEBROW),
        Heading(initiative.title, 1),
        Facts(tuple(_facts(case, today))),
        *titled(_("Behov"), 2, list(_need(case.wish))),
        *titled(_("Strategi"), 2, list(grounds.strategy_blocks(initiative))),
        *titled(_("Muligheder"), 2, list(_options(case))),
        *titled(_("Systemer"), 2, list(grounds.system_blocks(initiative))),
        *titled(_("Økonomi"), 2, list(_money(case, timing))),
        *titled(_("Bemanding"), 2, list(_staff(case))),
        *titled(_("Forandring"), 2, list(_change(case))),
        *titled(_("Parathed"), 2, list(grounds.readiness_blocks(initiative))),
        *titled(_("Høring"), 2, list(grounds.heard_blocks(initiative, today))),
        *titled(_("Lov"), 2, list(grounds.law_blocks(initiative))),
        *titled(_("Borgere"), 2, list(grounds.citizen_blocks(initiative))),
        *titled(_("Risici"), 2, list(_risks(case))),
        *titled(_("Bedømmelse"), 2, list(grounds.score_blocks(initiative))),
        *titled(_("Plads i planen"), 2, list(_place(case, timing))),
        *titled(_("Følger af et ja"), 2, list(_consequences(case, at))),
        *titled(_("Vejen til en beslutning"), 2, list(_path(case))),
    ]
    return framed(
        title,
        blocks,
        publisher=settings.MUNICIPALITY,
        language=language(),
        written=today,
        ledger=newest_event(),
    )


def _facts(case: Case, today: date) -> Iterator[tuple[str, str]]:
    initiative = case.initiative
    yield _("Sag"), initiative.number
    yield _("Enhed"), str(initiative.unit)
    yield _("Forpligtelse"), initiative.get_obligation_display()
    yield _("Trin"), initiative.get_stage_display()
    if case.wish:
        joined = case.wish.supporters.count()
        words = ngettext("%(joined)s anden er med", "%(joined)s andre er med", joined) % {"joined": joined}
        yield _("Medunderskrivere"), words if joined else _("Ingen endnu")
    if case.estimate and case.estimate.deadline_reason:
        yield _("Frist"), case.estimate.deadline_reason
    owner = getattr(initiative, "benefit_owner", None)
    if owner:
        yield _("Gevinstejer"), f"{person_or_forgotten(owner.person)} ({owner.get_answer_display()})"
    yield _("Skrevet"), wording.day(today, language())


def _need(wish: Wish | None) -> Iterator[Block]:
    if wish is None:
        return
    yield from paragraphs(wish.trouble)
    helped = [
        word
        for helps, word in (
            (wish.helps_own_unit, _("afdelingen selv")),
            (wish.helps_citizens, _("borgere")),
            (wish.helps_other_units, _("andre afdelinger")),
        )
        if helps
    ]
    if helped:
        yield Paragraph(_("Hjælper %(whom)s.") % {"whom": wording.join_list(helped, language())})


def _options(case: Case) -> Iterator[Block]:
    options = list(case.initiative.options.all())
    if options:
        rows = tuple(
            (
                one.get_kind_display(),
                one.assessment,
                "–" if one.cost_dkk is None else kroner(one.cost_dkk),
                f"{capfirst(one.get_outcome_display())}. {one.reason}".strip(),
            )
            for one in options
        )
        header = (_("Mulighed"), _("Vurdering"), _("Groft skøn"), _("Afgørelse"))
        yield Table("", header, rows, numeric=frozenset({2}), widths=(4, 6, 3, 5))


def _money(case: Case, timing: Timing | None) -> Iterator[Block]:
    if case.estimate is None or timing is None:
        yield Paragraph(_("Sagen er ikke skønnet endnu."), Tone.QUIET)
        return
    money = money_block(case.estimate, timing, language())
    yield Paragraph(f"{money.finding}.")
    header = (_("Skøn i kroner"), _("Lavt"), _("Sandsynligt"), _("Højt"))
    rows = tuple(_amounts(case.estimate))
    yield Table("", header, rows, numeric=frozenset({1, 2, 3}), widths=(7, 3, 3, 3))
    source = _("%(source)s. Faste %(year)s-priser.") % {
        "source": case.estimate.source.rstrip("."),
        "year": case.estimate.price_year,
    }
    yield Paragraph(source, Tone.QUIET)


def _amounts(estimate: Estimate) -> Iterator[tuple[str, ...]]:
    names = {"investment": _("Anlæg"), "running": _("Drift om året"), "benefit": _("Gevinst om året")}
    for what, name in names.items():
        source = getattr(estimate, f"{what}_source")
        amounts = (getattr(estimate, f"{what}{which}_dkk") for which in ("_low", "", "_high"))
        yield (f"{name}\n{source}".strip(), *(number(amount) for amount in amounts))


def _staff(case: Case) -> Iterator[Block]:
    if case.efforts:
        rows = tuple(
            (str(one.role), number(one.low_days), number(one.days), number(one.high_days))
            for one in case.efforts
        )
        header = (_("Dage i alt"), _("Lavt"), _("Sandsynligt"), _("Højt"))
        yield Table("", header, rows, numeric=frozenset({1, 2, 3}), widths=(7, 3, 3, 3))


def _change(case: Case) -> Iterator[Block]:
    if case.impacts:
        rows = tuple(
            (str(one.unit), number(one.people), number(one.training_hours), number(one.adaptation_hours))
            for one in case.impacts
        )
        header = (_("Enhed"), _("Berørte"), _("Uddannelse, timer hver"), _("Omstilling, timer hver"))
        yield Table("", header, rows, numeric=frozenset({1, 2, 3}), widths=(7, 3, 3, 3))


def _risks(case: Case) -> Iterator[Block]:
    risks = sorted(case.initiative.risks.select_related("owner"), key=lambda one: -one.size)
    if risks:
        rows = tuple(
            (one.text, f"{one.probability} × {one.consequence} = {one.size}", one.response or "–")
            for one in risks
        )
        header = (_("Risiko"), _("Sandsynlighed × konsekvens"), _("Modtræk"))
        yield Table("", header, rows, widths=(6, 4, 6))


def _place(case: Case, timing: Timing | None) -> Iterator[Block]:
    place, deadline = place_block(case, timing, language()), deadline_block(case, timing, language())
    yield Paragraph(f"{place.finding}. {place.text}".strip())
    if place.phases:
        yield Facts(tuple(place.phases))
    if deadline:
        yield Paragraph(f"{deadline.finding}. {deadline.word}.")


def _consequences(case: Case, at: datetime) -> Iterator[Block]:
    if asks_for_consequences(case.initiative):
        said = consequences_of(case.initiative, at)
        yield Paragraph(f"{said.finding}.")
        yield from consequences_blocks(consequences_paper(said))


def _path(case: Case) -> Iterator[Block]:
    path = decision_path_block(case)
    if path is None:
        return
    yield Paragraph(f"{path.finding}. {path.text}".strip())
    if path.steps:
        yield Bullets(tuple(f"{step.does}. {step.why}" for step in path.steps), numbered=True)
    if path.lacking:
        yield Bullets(tuple(path.lacking))
    if path.note:
        yield Paragraph(path.note, Tone.QUIET)
