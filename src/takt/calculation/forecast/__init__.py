"""How sure is a plan? What may become of its use of every limit when estimates are not exact (Monte Carlo).

An optimised plan fills its limits, so the chance that every one of them holds is always small and says
nothing. The forecast tells it limit by limit, duty by duty and initiative by initiative, and never as one.
"""

from takt.calculation.forecast.answer import Forecast, LimitForecast, LiveForecast
from takt.calculation.forecast.forecasting import forecast
from takt.calculation.forecast.uncertainty import CERTAIN, REFERENCE_CLASS, Factors, ThreePoint, Uncertainty

__all__ = [
    "CERTAIN",
    "REFERENCE_CLASS",
    "Factors",
    "Forecast",
    "LimitForecast",
    "LiveForecast",
    "ThreePoint",
    "Uncertainty",
    "forecast",
]
