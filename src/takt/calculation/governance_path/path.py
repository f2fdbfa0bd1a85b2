"""The way of one case through the bodies. Pure: the same facts and mandates always give the same way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from takt.calculation.governance_path.terms import Body, CaseFacts, Level, Mandate


@dataclass(frozen=True, slots=True)
class Step:
    body: Body
    mandate: Mandate
    """The one that brings the case here."""

    @property
    def level(self) -> Level:
        return self.mandate.level


@dataclass(frozen=True, slots=True)
class Path:
    steps: tuple[Step, ...]
    """In the order in which the case meets the bodies; the last one decides, if anyone may."""
    too_small: tuple[tuple[Body, Mandate], ...] = ()
    """Mandates met on the way that decide such cases, but not as dear a one as this."""
    lacking: tuple[tuple[Body, Mandate], ...] = ()
    """When nobody may decide: every mandate to decide, and so what each of them lacks."""

    @property
    def decider(self) -> Step | None:
        last = self.steps[-1] if self.steps else None
        return last if last and last.level is Level.DECIDE else None


def path_for(case: CaseFacts, bodies: Sequence[Body]) -> Path:
    """The bodies that the case must pass. ``bodies``: in the order of the model, the nearest to the wish first.

    The first body that may decide, decides; those before it that may qualify or recommend do so. A body with
    several mandates uses the one that goes furthest. Those after the decider never see the case.
    """
    steps: list[Step] = []
    too_small: list[tuple[Body, Mandate]] = []
    for body in bodies:
        step = _step(case, body)
        if step is not None:
            steps.append(step)
            if step.level is Level.DECIDE:
                return Path(tuple(steps), tuple(too_small))
        too_small += [(body, mandate) for mandate in _deciding(body) if mandate.concerns(case)]
    lacking = tuple((body, mandate) for body in bodies for mandate in _deciding(body))
    return Path(tuple(steps), tuple(too_small), lacking)


def _step(case: CaseFacts, body: Body) -> Step | None:
    for level in (Level.DECIDE, Level.RECOMMEND, Level.QUALIFY):
        for mandate in body.mandates:
            if mandate.level is level and mandate.fits(case):
                return Step(body, mandate)
    return None


def _deciding(body: Body) -> Iterator[Mandate]:
    return (mandate for mandate in body.mandates if mandate.level is Level.DECIDE)
