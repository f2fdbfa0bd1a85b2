"""How the hours spread over the phases of an initiative."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Profile:
    """How the hours divide between the phases. Only the proportions count; none is negative.

    Inside a phase: preparation rises month by month towards the roll-out, roll-out is level, and
    settling-in falls off month by month, because people get used to what is new.
    """

    prepare: int = 10
    roll_out: int = 60
    settle: int = 30

    def shares(self, *, prepare: int, roll_out: int, settle: int) -> tuple[Fraction, ...]:
        """The share of the hours in each month from the start; they sum to 1.

        Arguments are months. A phase without months leaves its part to the others in proportion. Where
        only phases that the profile gives nothing have months, the hours are spread evenly.
        Empty when there is no month at all.
        """
        weights = (
            *_part(self.prepare, tuple(range(1, prepare + 1))),
            *_part(self.roll_out, (1,) * roll_out),
            *_part(self.settle, tuple(range(settle, 0, -1))),
        )
        whole = sum(weights)
        if not whole:
            return (Fraction(1, len(weights)),) * len(weights) if weights else ()
        return tuple(weight / whole for weight in weights)


DEFAULT_PROFILE = Profile()
"""Our own starting point, not a measurement: most of the work falls while people are being trained, and a
third of it after go-live. To be calibrated against the training and the use that are measured."""


def _part(size: int, shape: tuple[int, ...]) -> tuple[Fraction, ...]:
    return tuple(Fraction(size * weight, sum(shape)) for weight in shape)
