"""What a case rests on beside its figures: law, citizens, hearing, assessment, readiness, strategy and systems."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import day, kroner, language, number
from takt.governance.clarifying.readiness.block import counts as readiness_counts
from takt.governance.clarifying.readiness.block import finding as readiness_finding
from takt.governance.clarifying.readiness.block import lowers_in_words
from takt.governance.clarifying.readiness.queries import inquiries_of
from takt.governance.clarifying.scoring import words
from takt.governance.clarifying.scoring.queries import newest_result
from takt.governance.clarifying.screening.catalogue import DUTY, RESPONSIBLE
from takt.governance.clarifying.screening.models import Assessment
from takt.governance.clarifying.screening.queries import answers_as_they_stand, inclusion_of
from takt.governance.clarifying.touching import touched_of
from takt.governance.deciding.hearing.queries import hearing_of
from takt.governance.flow.models import Initiative
from takt.interfaces.papers.hearing_words import hearing_answers, hearing_blocks
from takt.interfaces.papers.rendering import Block, Facts, Paragraph, Table, Tone
from takt.interfaces.papers.rendering.document import paragraphs
from takt.registers.law.reading import acts


def law_blocks(case: Initiative) -> Iterator[Block]:
    """What law requires, and how far it has come; a case that nobody has screened says so."""
    required = _required(case)
    if not required:
        screened = bool(answers_as_they_stand(case))
        said = _("Screeningen kræver ingen vurderinger.") if screened else _("Loven er ikke screenet endnu.")
        yield Paragraph(said, Tone.PLAIN if screened else Tone.QUIET)
        return
    lacking = missing_assessments(case)
    if lacking:
        yield Paragraph(lacking, Tone.STRONG)
    header = (_("Krav"), _("Status"), _("Ansvarlig"), _("Bevis"))
    yield Table("", header, tuple(_requirement(one) for one in required), widths=(5, 3, 5, 4))


def missing_assessments(case: Initiative) -> str:
    """“Mangler: Konsekvensanalyse (databeskyttelsesrådgiveren).” Empty when nothing that law requires is missing."""
    waiting = [
        f"{DUTY[one.key].name} ({RESPONSIBLE[DUTY[one.key].responsible]})"
        for one in _required(case)
        if not one.is_settled
    ]
    if not waiting:
        return ""
    return _("Mangler: %(assessments)s.") % {"assessments": wording.join_list(waiting, language())}


def _required(case: Initiative) -> list[Assessment]:
    order = list(DUTY)
    found = [one for one in case.assessments.filter(is_required=True) if one.key in DUTY]
    return sorted(found, key=lambda one: order.index(one.key))


def _requirement(one: Assessment) -> tuple[str, ...]:
    duty = DUTY[one.key]
    where = f"{acts()[duty.basis.act].short_name} {duty.basis.where}".strip()
    decided = day(one.decided_at) if one.decided_at else ""
    proof = ", ".join(part for part in (one.evidence, decided) if part)
    return (
        f"{duty.name}\n{where}",
        one.get_status_display(),
        str(RESPONSIBLE[duty.responsible]),
        proof or "–",
    )


def citizen_blocks(case: Initiative) -> Iterator[Block]:
    inclusion = inclusion_of(case)
    if inclusion is None:
        return
    share = wording.number(float(inclusion.unable_percent), 1, language())
    rows = [
        (_("Berørte borgere"), number(inclusion.citizens)),
        (
            _("Kan ikke selv"),
            _("%(people)s (skøn, %(share)s %%)") % {"people": number(inclusion.unable), "share": share},
        ),
        (_("Den anden vej"), f"{inclusion.channel} ({kroner(inclusion.channel_dkk)} {_('om året')})"),
        (_("Måles igen"), day(inclusion.follow_up_date)),
    ]
    yield Facts(tuple(rows))
    yield Paragraph(inclusion.source, Tone.QUIET)


def heard_blocks(case: Initiative, today: date) -> Iterator[Block]:
    """The newest hearing, with every answer."""
    heard = hearing_of(case, today=today)
    if heard:
        yield from hearing_blocks(hearing_answers(heard), heard.finding)


def score_blocks(case: Initiative) -> Iterator[Block]:
    """The median of each criterion, and how far the assessors are from each other; never whose score it was."""
    result = newest_result(case, None)
    if result is None:
        return
    yield Paragraph(f"{words.finding(result)}. {words.who_answers(result)}.")
    if result.is_shown:
        rows = tuple(
            (
                row.name,
                words.median_words(row.median),
                "–".join(str(value) for value in sorted({row.scores[0], row.scores[-1]})),
                _disagreement(row.settlement.text if row.settlement else "") if row.is_disagreement else "–",
            )
            for row in result.rows
            if row.scores
        )
        header = (_("Kriterium"), _("Median"), _("Spænd"), _("Uenighed"))
        yield Table("", header, rows, numeric=frozenset({1, 2}), widths=(5, 2, 2, 7))


def _disagreement(settled: str) -> str:
    return settled or _("Bedømmerne er uenige, og det er ikke afklaret.")


def readiness_blocks(case: Initiative) -> Iterator[Block]:
    """What the managers of the receiving units answered."""
    asked = list(inquiries_of(case))
    if not asked:
        return
    yield Paragraph(f"{readiness_finding(asked)}. {readiness_counts(asked)}")
    rows = []
    for one in asked:
        said = lowers_in_words(one.answer) if one.answer else _("Ikke besvaret")
        rows.append((str(one.unit), f"{said}. {one.answer.note}".strip() if one.answer else said))
    yield Table("", (_("Enhed"), _("Svar om parathed")), tuple(rows), widths=(2, 5))


def strategy_blocks(case: Initiative) -> Iterator[Block]:
    for one in case.contributions.select_related("goal__strategy"):
        goal = one.goal
        yield Paragraph(str(goal), Tone.STRONG)
        yield Paragraph(f"{goal.strategy}, {goal.strategy.period}", Tone.UNDER)
        yield from paragraphs(one.sentence)


def system_blocks(case: Initiative) -> Iterator[Block]:
    """Which systems the case touches, and how; when somebody has found that it touches none, it says so."""
    touched = list(touched_of(case))
    rows = tuple(
        (str(one.system), one.get_how_display().capitalize(), one.note or "–")
        for one in touched
        if one.system
    )
    if rows:
        yield Table("", (_("System"), _("Sagen"), _("Bemærkning")), rows, widths=(4, 3, 6))
    elif touched:
        yield Paragraph(_("Sagen berører ingen af de systemer, kommunen har."))
