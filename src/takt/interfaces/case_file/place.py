"""The place in the newest plan, the deadline, and whether the one keeps the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.governance.flow.stages import Stage
from takt.governance.planning.findings import theme_words, why_left_out
from takt.governance.planning.question import month_of
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.timing import Timing


@dataclass(frozen=True, slots=True)
class PlaceBlock:
    finding: str
    text: str
    phases: Sequence[tuple[str, str]]
    """What, and its months in words."""
    is_asked: bool
    """The plan can say why, or why not."""


@dataclass(frozen=True, slots=True)
class DeadlineBlock:
    finding: str
    reason: str
    mark: str
    word: str


def place_block(case: Case, timing: Timing | None, language: wording.Language) -> PlaceBlock:
    if case.is_placed and timing:
        start = {"month": wording.month_name(timing.start, language)}
        is_started = case.estimate is not None and case.estimate.fixed_start_month is not None
        finding = _("Er i gang fra %(month)s") if is_started else _("Har plads fra %(month)s")
        return PlaceBlock(finding % start, "", phases_in_words(timing, language), is_asked=True)
    if case.run is None:
        return PlaceBlock(
            _("Der er ingen plan endnu"),
            _("Når planen er beregnet, står det her, hvornår sagen kan komme til."),
            (),
            is_asked=False,
        )
    if case.placement is None:
        return PlaceBlock(_("Er ikke med i planen"), _why_not_asked(case), (), is_asked=False)
    return _left_out(case, language)


def _left_out(case: Case, language: wording.Language) -> PlaceBlock:
    reason = case.figures.left_out.get(case.initiative.number) if case.figures else None
    if reason is None or case.first_month is None:
        return PlaceBlock(_("Fik ikke plads i planen"), "", (), is_asked=True)
    if not reason.binds:
        said = why_left_out(reason, case.first_month, language)
        return PlaceBlock(_("Fik ikke plads i planen"), said, (), is_asked=True)
    names = theme_words()
    finding = _("Fik ikke plads: %(themes)s binder") % {
        "themes": wording.join_list([names[theme] for theme in reason.binds], language)
    }
    if reason.window is None:
        return PlaceBlock(finding, _("Der er ikke noget ledigt vindue i planens år."), (), is_asked=True)
    month = wording.month_name(case.first_month.plus(reason.window), language)
    return PlaceBlock(finding, _("Ledigt vindue: %(month)s.") % {"month": month}, (), is_asked=True)


def _why_not_asked(case: Case) -> str:
    stage = Stage(case.initiative.stage)
    if stage in {Stage.SUBMITTED, Stage.DRAFT} or case.estimate is None:
        return _("Sagen kommer med i planens regnestykke, når den er taget op og skønnet.")
    if case.figures and (other := case.figures.waiting_for.get(case.initiative.number)):
        return _("Sagen kræver %(other)s, som ikke selv kan lægges i planen.") % {"other": other}
    if case.is_newer_than_plan:
        return _("Sagen er kommet til, efter at planen blev beregnet. Den er med i den næste.")
    return _("Sager på trinnet “%(stage)s” lægges ikke i planen.") % {"stage": stage.label}


def phases_in_words(timing: Timing, language: wording.Language) -> list[tuple[str, str]]:
    spans = (
        (_("Forberedelse"), timing.start, timing.prepare),
        (_("Udrulning"), timing.roll_out_month, timing.roll_out),
        (_("Indkøring"), timing.go_live, timing.settle),
    )
    rows = [
        (name, wording.month_range(first, first.plus(months - 1), language))
        for name, first, months in spans
        if months
    ]
    in_use = (_("I drift"), _("fra %(month)s") % {"month": wording.month_name(timing.go_live, language)})
    return [*rows[:-1], in_use, rows[-1]] if timing.settle else [*rows, in_use]


def deadline_block(case: Case, timing: Timing | None, language: wording.Language) -> DeadlineBlock | None:
    """None without a deadline."""
    if case.estimate is None or case.estimate.latest_go_live_month is None:
        return None
    latest = month_of(case.estimate.latest_go_live_month)
    finding = _("Skal være i drift senest i %(month)s") % {"month": wording.month_name(latest, language)}
    reason = case.estimate.deadline_reason
    if timing is None or timing.is_supposed:
        return DeadlineBlock(finding, reason, "warn", _("Har ingen plads i planen endnu"))
    late = timing.go_live.minus(latest)
    if late > 0:
        word = ngettext("%(months)s måned for sent", "%(months)s måneder for sent", late) % {"months": late}
        return DeadlineBlock(finding, reason, "bad", word)
    if not late:
        return DeadlineBlock(finding, reason, "ok", _("Når det på måneden"))
    word = ngettext("%(months)s måned til overs", "%(months)s måneder til overs", -late) % {"months": -late}
    return DeadlineBlock(finding, reason, "ok", word)
