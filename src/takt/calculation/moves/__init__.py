"""How a new plan differs from the one in force: a short list of moves, each with its reason."""

from takt.calculation.moves.listing import Moved, moves
from takt.calculation.moves.reasons import Cause, Reason
from takt.calculation.moves.sentences import sentence

__all__ = ["Cause", "Moved", "Reason", "moves", "sentence"]
