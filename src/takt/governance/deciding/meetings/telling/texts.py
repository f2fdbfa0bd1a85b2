"""The letters: subject and text of each, in Danish; the reader's language is chosen when they are written."""

from django.utils.translation import gettext_lazy as _

SENT = (
    _("Dagsorden: %(body)s %(day)s"),
    _(
        "Du er indkaldt til møde i %(body)s %(day)s %(clock)s. %(place)s\n\n"
        "Dagsordenen har %(items)d punkter. Læs den inden mødet, og meld, hvis du er inhabil i et punkt."
    ),
)
SENT_AGAIN = (
    _("Ændret dagsorden: %(body)s %(day)s"),
    _(
        "Dagsordenen til mødet i %(body)s %(day)s %(clock)s er ændret, siden du fik den. "
        "Den har nu %(items)d punkter. %(place)s"
    ),
)
RESCHEDULED = (
    _("Mødet i %(body)s er flyttet til %(day)s"),
    _("Mødet i %(body)s er flyttet. Det begynder nu %(day)s %(clock)s. %(place)s"),
)
CANCELLED = (
    _("Aflyst: %(body)s %(day)s"),
    _("Mødet i %(body)s %(day)s er aflyst: %(reason)s\n\nPunkterne venter på det næste møde."),
)
VOTE = (
    _("Stem inden %(due)s: skriftlig behandling i %(body)s"),
    _(
        "%(body)s behandler %(items)d punkter skriftligt. Læs dem, og stem om hvert senest %(due)s.\n\n"
        "Meld det til sekretæren, hvis du er inhabil i et punkt."
    ),
)
OUTCOME_TO_UNIT = (
    _("%(body)s om sag %(number)s, som berører din enhed: %(outcome)s"),
    _("%(body)s har behandlet “%(title)s”, som berører din enhed.\n\n%(outcome)s. %(reason)s"),
)
OUTCOME_TO_HOLDER = (
    _("%(body)s om din sag %(number)s: %(outcome)s"),
    _("%(body)s har behandlet “%(title)s”, som du har.\n\n%(outcome)s. %(reason)s\n\n%(questions)s"),
)
CONDITION = (
    _("Du er ansvarlig for en betingelse i sag %(number)s"),
    _(
        "%(body)s har sat en betingelse, som du er ansvarlig for: %(text)s\n\n"
        "Den skal være opfyldt senest %(due)s. %(proof)s"
    ),
)
PROOF = _("Det skal vises med: %(proof)s.")
"""A part of the letter above, where a proof was agreed."""
CONDITION_SOON = (
    _("Betingelse i sag %(number)s skal være opfyldt %(due)s"),
    _("Betingelsen “%(text)s” skal være opfyldt senest %(due)s. Meld den opfyldt, når du har beviset."),
)
CONDITION_LATE = (
    _("Betingelse i sag %(number)s er over fristen"),
    _(
        "Betingelsen “%(text)s” skulle være opfyldt %(due)s. Meld den opfyldt, "
        "eller bed %(body)s om at lade den falde."
    ),
)
