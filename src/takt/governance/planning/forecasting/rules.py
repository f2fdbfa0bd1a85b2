"""May this be reckoned, and if not, why? No queries, no clock."""

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.planning.forecasting.models import Reckoning
from takt.governance.planning.models import PlanRun
from takt.governance.planning.rules import why_not_compute


def why_not_reckon(
    run: PlanRun, already: Reckoning | None, asked_sha256: str, by: Person | None
) -> Refusal | None:
    """``already``: the latest of the same kind beside this plan; ``by`` None: the house itself, after a change."""
    if by is not None and (refusal := why_not_compute(by)):
        return refusal
    if run.recorded_at is None:
        return Refusal(_("Planen er ikke beregnet endnu."), _("Vent, til den er færdig."))
    if already is None:
        return None
    if not already.job.is_over:
        return Refusal(
            _("Det er ved at blive regnet."), _("Vent et øjeblik; det tager sjældent over et minut.")
        )
    if already.told_sha256 == asked_sha256:
        return Refusal(
            _("Planen og skønnene er de samme, som da det blev regnet."),
            _("Det regnes igen af sig selv, når de ændrer sig."),
        )
    return None
