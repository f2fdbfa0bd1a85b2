from takt.governance.planning.forecasting.pages.reckoning import reckon
from takt.governance.planning.forecasting.pages.sureness import sureness
from takt.governance.planning.forecasting.pages.worth import worth

__all__ = ["reckon", "sureness", "worth"]
