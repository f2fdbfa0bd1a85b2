"""A meeting of the Technology Council as it might have been: invented, and long enough to fill pages."""

from dataclasses import replace
from datetime import UTC, date, datetime

from takt.interfaces.papers.meeting_paper import (
    ConditionPaper,
    ConsequenceLine,
    ConsequencesPaper,
    HearingAnswer,
    ItemPaper,
    MeetingPaper,
    Member,
    OutcomePaper,
)

_CONSEQUENCES = ConsequencesPaper(
    start="august 2027",
    lines=(
        ConsequenceLine("Anlæg 2027", "mio. kr.", "17,7", "18,3", "20,0", "Plads"),
        ConsequenceLine(
            "Afledt drift 2030",
            "mio. kr. om året, hele porteføljen",
            "37,7",
            "38,0",
            "35,0",
            "Over i forvejen",
        ),
        ConsequenceLine("Projektleder", "dage, september 2027", "88", "98", "100", "Nær loftet"),
        ConsequenceLine(
            "Forandring",
            "timer pr. medarbejder, Social og Beskæftigelse, oktober 2027",
            "2,7",
            "3,7",
            "4,0",
            "Nær loftet",
        ),
        ConsequenceLine("Lovfrister", "overholdt i planen", "3 af 3", "3 af 3", "", "Uændret"),
    ),
    breaches=("Drift: Der mangler 3.000.000 kr. i 2030.",),
    source="Planversion 31, beregnet 8. december 2026 kl. 13.21.",
)
_SPEECH = ItemPaper(
    number=2,
    title="Talegenkendelse i sagsbehandlingen",
    kind="Til beslutning",
    minutes=20,
    case_number="2026-0147",
    presentation=(
        "Netværket foreslår start i august 2027 i fire enheder, 184 medarbejdere. Ønsket kom fra "
        "Familieafdelingen, og 24 kolleger er med.\n\nSagsbehandlerne bruger i dag op mod en tredjedel af "
        "arbejdstiden på at skrive journalnotater. Forsøget i Familieafdelingen viste, at diktering med "
        "efterfølgende gennemlæsning halverer den tid, uden at kvaliteten af sagsoplysningen bliver ringere.\n\n"
        "Løsningen kræver en konsekvensanalyse vedrørende databeskyttelse, fordi der behandles følsomme "
        "personoplysninger i stort omfang. Databeskyttelsesrådgiveren er inddraget."
    ),
    path="Tværgående og over 1.000.000 kr.: Teknologirådet anbefaler, Direktionen beslutter.",
    estimates=(
        ("Anlæg", "600.000 kr. (450.000–900.000)"),
        ("Drift om året", "250.000 kr. (200.000–400.000)"),
        ("Gevinst om året", "1.100.000 kr. (600.000–1.400.000)"),
    ),
    consequences=_CONSEQUENCES,
    hearing=(
        HearingAnswer(
            "Familieafdelingen",
            "Ja. Vi kan afsætte to superbrugere fra juni 2027, hvis oplæringen ligger uden for sommerferien.",
        ),
        HearingAnswer("Jobcenter Fjordby", ""),
    ),
    recused=("Gitte Mørk",),
    notes="Rådet drøftede, om der skal afprøves flere dialekter, før der købes ind.",
    outcome=OutcomePaper(
        word="Anbefales med betingelser",
        reason="Sparer tid i hele området. August holder alle lofter undtagen drift, som betingelse 1 løser.",
        conditions=(
            ConditionPaper(
                "Driften betales af områdets egen gevinst.", "Erik Dam", date(2027, 5, 1), "Budgetnotat"
            ),
            ConditionPaper(
                "Konsekvensanalysen er godkendt.",
                "Digitalisering og It",
                date(2027, 5, 1),
                "Underskrevet analyse",
            ),
        ),
        exceeded=("Drift: Der mangler 3.000.000 kr. i 2030. Pengene findes i budget 2028.",),
    ),
)
SECRET = "Genforhandling af kontrakten med leverandøren"

MEETING = MeetingPaper(
    municipality="Fjordby Kommune",
    body="Teknologirådet",
    starts_at=datetime(2026, 12, 8, 13, 0, tzinfo=UTC),
    place="Mødelokale 2, Rådhuset",
    opened_at=datetime(2026, 12, 8, 13, 2, tzinfo=UTC),
    closed_at=datetime(2026, 12, 8, 14, 41, tzinfo=UTC),
    members=(
        Member("Troels Friis", "formand", is_present=True),
        Member("Gitte Mørk", "medlem", is_present=True),
        Member("Åse Ørum", "medlem", is_present=True),
        Member("Henrik Bæk", "medlem", is_present=False),
        Member("Nadia Krogh", "sekretær", has_vote=False, is_present=True),
    ),
    quorum=3,
    items=(
        ItemPaper(
            1,
            "Godkendelse af dagsorden",
            "Til beslutning",
            2,
            outcome=OutcomePaper("Godkendt"),
            notes="Godkendt uden ændringer.",
        ),
        _SPEECH,
        ItemPaper(
            3,
            SECRET,
            "Til drøftelse",
            15,
            is_closed=True,
            presentation="Leverandøren har varslet en prisstigning på 18 procent.",
            notes="Forhandlingsrammen blev drøftet.",
            outcome=OutcomePaper("Taget til efterretning"),
        ),
        replace(
            _SPEECH,
            number=4,
            title="Sensorer i affaldsbeholdere",
            case_number="2026-0098",
            recused=(),
            outcome=OutcomePaper(
                "Udsættes", "Genbrugsstrategien skal være vedtaget først.", until_date=date(2027, 3, 9)
            ),
        ),
        ItemPaper(5, "Eventuelt", "Til orientering", 5),
    ),
    ledger=(1_284, "9f2c" * 16),
)


def as_others_get_it(meeting: MeetingPaper) -> MeetingPaper:
    """The same paper for somebody who does not sit in the body."""
    return replace(meeting, items=tuple(replace(item, is_hidden=item.is_closed) for item in meeting.items))


def called(meeting: MeetingPaper) -> MeetingPaper:
    """The same before it is held."""
    return replace(
        meeting,
        opened_at=None,
        closed_at=None,
        members=tuple(replace(one, is_present=None) for one in meeting.members),
    )
