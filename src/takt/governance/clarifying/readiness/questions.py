"""The five questions to the manager of a receiving unit, what 1 and 5 mean, and where the questions come from."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Asked:
    field: str
    name: str | Promise
    text: str | Promise
    worst: str | Promise
    best: str | Promise


QUESTIONS = (
    Asked(
        "capacity",
        _("Tid"),
        _("Har I tid til at lære det nye ved siden af driften?"),
        _("Vi mangler folk til driften"),
        _("Vi kan tage folk fra, når det gælder"),
    ),
    Asked(
        "leadership",
        _("Ledelse"),
        _("Kan lederne stå forrest i forandringen?"),
        _("Lederposter er ubesatte eller nye"),
        _("Lederne er på plads og går forrest"),
    ),
    Asked(
        "settled",
        _("Ro på"),
        _("Er de seneste forandringer faldet på plads?"),
        _("Vi er midt i flere"),
        _("Det seneste er hverdag"),
    ),
    Asked(
        "skills",
        _("Kompetencer"),
        _("Kan medarbejderne det, der skal til for at lære det nye?"),
        _("De fleste skal have hjælp fra bunden"),
        _("De fleste kan hjælpe hinanden"),
    ),
    Asked(
        "meaning",
        _("Mening"),
        _("Kan medarbejderne se, hvorfor det er værd at gøre?"),
        _("Få kan se, hvad det skal gøre godt for"),
        _("De fleste har selv bedt om det"),
    ),
)
"""Put together by us from what research on organisational readiness finds again and again: ability (time,
leadership, skills) and commitment (meaning), and how much change people are already in.

Sources: B. J. Weiner, A theory of organizational readiness for change, Implementation Science 4:67, 2009 (change
commitment and change efficacy); D. T. Holt et al., Readiness for organizational change, Journal of Applied
Behavioral Science 43(2), 2007 (appropriateness, management support, efficacy). The wording and the scale are ours.
"""
