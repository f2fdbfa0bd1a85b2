"""What a civil servant reads, word by word, for a handful of problems small enough to reckon by hand."""

import string
from dataclasses import replace
from typing import Any

import pytest
from tests.calculation.planner.cases import MUST, initiative

from takt.calculation.planner.explain import Situation, explain_in, sentences
from takt.calculation.planner.explain.conflict import conflict
from takt.calculation.planner.explain.conflict_sentences import conflict_sentences
from takt.calculation.planner.explain.price import Price
from takt.calculation.planner.explain.price_sentences import price_sentences
from takt.calculation.planner.explain.words import WORDS
from takt.calculation.planner.problem import (
    Change,
    Frame,
    Freeze,
    Initiative,
    Month,
    Problem,
    Requirement,
    Role,
    Spending,
    Unit,
)
from takt.calculation.wording import Language

SOCIAL = Unit("soc", "Social og Beskæftigelse", None, 100, (400,) * 8, 1)
LEADERS = Role("pl", "Projektleder", (10,) * 8)
CAPITAL = Frame("anlaeg", "Anlæg", {2027: 1_000_000})
TALE = initiative(
    "2027-014",
    title="Talegenkendelse",
    prepare=1,
    roll_out=2,
    points_per_year=60,
    change=(Change("soc", (0, 160, 60)),),
    staff={"pl": (4, 4, 4)},
    money=(Spending("anlaeg", (0, 0, 400_000), 0),),
)


def wish(id_: str, title: str, **said: Any) -> Initiative:
    return initiative(id_, title=title, **said)


def eight_months(*initiatives: Initiative, **said: Any) -> Problem:
    return Problem("", Month(2027, 1), 8, initiatives, (SOCIAL,), (LEADERS,), (CAPITAL,), **said)


BUSY = wish(
    "2027-002",
    "Ledelsestilsyn",
    fixed_start=0,
    roll_out=4,
    change=(Change("soc", (300, 300, 300, 100)),),
    staff={"pl": (8, 8, 3, 3)},
)
LOWER = wish("2027-003", "Fælles skabeloner", roll_out=5, staff={"pl": (0, 0, 0, 6, 6)}, points_per_year=12)


EARLY = replace(TALE, latest_go_live=5)
BIG = wish("2027-004", "Ny læringsplatform", points_per_year=90, change=(Change("soc", (900,)),))
AFTER = wish("2027-005", "Svar på mail", points_per_year=40, requires=(Requirement("2027-014", 1),))
RIVAL = wish("2027-006", "Telefonrobot", points_per_year=80, excludes=frozenset({"2027-014"}))
DUTY = wish(
    "2027-007",
    "Ny ældrelov",
    obligation=MUST,
    roll_out=3,
    latest_go_live=4,
    staff={"pl": (6, 6, 6)},
)
SUMMER = Freeze(6, 6, None)
OVER = replace(BUSY, staff={"pl": (12, 8, 3, 3)}, change=(Change("soc", (500, 300, 300, 100)),))
SERVERS = wish("2027-008", "Serverrum", fixed_start=0, money=(Spending("anlaeg", (800_000,), 0),))
FULL = wish("2027-009", "Mobil adgang", roll_out=6, points_per_year=300, staff={"pl": (8,) * 6})


CASES: dict[str, tuple[Problem, dict[str, int], str]] = {
    "deadline": (eight_months(EARLY, BUSY, LOWER), {"2027-002": 0, "2027-003": 0}, "2027-014"),
    "placed": (eight_months(TALE, BUSY, freezes=(SUMMER,)), {"2027-014": 4}, "2027-014"),
    "fixed": (eight_months(OVER), {}, "2027-002"),
    "too big": (eight_months(BIG), {}, "2027-004"),
    "requires": (eight_months(AFTER, EARLY, BUSY), {}, "2027-005"),
    "rival": (eight_months(TALE, RIVAL), {"2027-006": 0}, "2027-014"),
    "money": (eight_months(TALE, SERVERS), {}, "2027-014"),
    "make room": (eight_months(TALE, FULL), {"2027-009": 0}, "2027-014"),
    "late duty": (eight_months(DUTY, BUSY), {"2027-007": 2}, "2027-007"),
    "room": (eight_months(TALE, BUSY, LOWER), {"2027-002": 0, "2027-003": 0}, "2027-014"),
}
GOLDEN: dict[tuple[str, Language], tuple[str, ...]] = {
    ("deadline", "da"): (
        "Kan ikke lade sig gøre inden for lofter og frister.",
        (
            "Uanset start: fristen juni 2027 overskrides eller Social og Beskæftigelse får for mange "
            "idriftsættelser."
        ),
        "Forandring: binder. Social og Beskæftigelse får 2 idriftsættelser i 2. kvartal 2027. Loftet er 1.",
        "Bemanding: binder. Projektleder: Der mangler 3 dage i april 2027.",
        "Penge: plads. Anlæg 400.000 kr. i planens periode. Det ligger inden for rammen.",
        "Frister og rækkefølge: plads. Ingen frist eller frysperiode brydes.",
        (
            "Vent til maj 2027. Næste ledige vindue. Fristen skal flyttes til august 2027. Ventetiden "
            "koster 20 point."
        ),
        (
            "Start i marts 2027. Tillad 2 idriftsættelser i Social og Beskæftigelse i 2. kvartal "
            "2027. Projektleder: 3 dage mere i april 2027. Så kan det starte i marts 2027."
        ),
    ),
    ("deadline", "en"): (
        "Cannot be done within ceilings and deadlines.",
        (
            "Whenever it starts: the deadline June 2027 is passed or Social og Beskæftigelse gets too "
            "many go-lives."
        ),
        "Change: binds. Social og Beskæftigelse gets 2 go-lives in Q2 2027. The ceiling is 1.",
        "Staff: binds. Projektleder: 3 days missing in April 2027.",
        "Money: room. Anlæg DKK 400,000 within the plan. That is within the frame.",
        "Deadlines and order: room. No deadline or freeze is broken.",
        (
            "Wait until May 2027. The next free window. The deadline must move to August 2027. "
            "Waiting costs 20 points."
        ),
        (
            "Start in March 2027. Allow 2 go-lives in Social og Beskæftigelse in Q2 2027. "
            "Projektleder: 3 days more in April 2027. Then it can start in March 2027."
        ),
    ),
    ("placed", "da"): (
        "Starter i maj 2027 og går i drift i august 2027.",
        (
            "Start i januar–februar 2027 går ikke: Social og Beskæftigelse får for mange "
            "idriftsættelser, Projektleder mangler mindst 2 dage og Social og Beskæftigelse kommer "
            "over loftet."
        ),
        "Start i marts 2027 går ikke: Social og Beskæftigelse får for mange idriftsættelser.",
        "Start i april 2027 går ikke: idriftsættelsen rammer en frysperiode.",
        (
            "Forandring: plads. Tættest på loftet er Social og Beskæftigelse med 1,6 timer pr. "
            "medarbejder i juni 2027. Loftet er 4,0."
        ),
        "Bemanding: plads. Tættest på loftet er Projektleder: 4 af 10 dage i maj 2027.",
        "Penge: plads. Anlæg 400.000 kr. i planens periode. Det ligger inden for rammen.",
        "Frister og rækkefølge: plads. Ingen frist eller frysperiode brydes.",
    ),
    ("placed", "en"): (
        "Starts in May 2027 and goes live in August 2027.",
        (
            "A start in January–February 2027 does not work: Social og Beskæftigelse gets too many "
            "go-lives, Projektleder lacks at least 2 days and Social og Beskæftigelse goes over its "
            "ceiling."
        ),
        "A start in March 2027 does not work: Social og Beskæftigelse gets too many go-lives.",
        "A start in April 2027 does not work: the go-live falls in a freeze.",
        (
            "Change: room. Nearest the ceiling is Social og Beskæftigelse with 1.6 hours per employee "
            "in June 2027. The ceiling is 4.0."
        ),
        "Staff: room. Nearest the ceiling is Projektleder: 4 of 10 days in May 2027.",
        "Money: room. Anlæg DKK 400,000 within the plan. That is within the frame.",
        "Deadlines and order: room. No deadline or freeze is broken.",
    ),
    ("fixed", "da"): (
        "Ligger fast: start i januar 2027, drift fra maj 2027.",
        (
            "Forandring: binder. Social og Beskæftigelse når 5,0 timer pr. medarbejder i januar 2027. "
            "Loftet er 4,0. Social og Beskæftigelse er over loftet i forvejen på grund af det, der "
            "ligger fast."
        ),
        "Bemanding: binder. Projektleder: Der mangler 2 dage i januar 2027.",
        "Penge: plads. Bruger ingen penge af rammerne.",
        "Frister og rækkefølge: plads. Ingen frist eller frysperiode brydes.",
    ),
    ("too big", "da"): (
        "Er for stort til at blive rullet ud på én gang.",
        "Uanset start: Social og Beskæftigelse kommer over loftet.",
        (
            "Forandring: binder. Social og Beskæftigelse når 9,0 timer pr. medarbejder i januar 2027. "
            "Loftet er 4,0."
        ),
        "Bemanding: plads. Bruger ingen af de knappe roller.",
        "Penge: plads. Bruger ingen penge af rammerne.",
        "Frister og rækkefølge: plads. Ingen frist eller frysperiode brydes.",
        (
            "Del det i mindst 3 bølger. Alene giver det Social og Beskæftigelse 9,0 timer pr. "
            "medarbejder i januar 2027. Loftet er 4,0."
        ),
        (
            "Hæv loftet i Social og Beskæftigelse fra 4,0 til 9,0 timer pr. medarbejder i januar "
            "2027. Så kan det starte i januar 2027."
        ),
    ),
    ("too big", "en"): (
        "Is too big to be rolled out all at once.",
        "Whenever it starts: Social og Beskæftigelse goes over its ceiling.",
        (
            "Change: binds. Social og Beskæftigelse reaches 9.0 hours per employee in January 2027. "
            "The ceiling is 4.0."
        ),
        "Staff: room. Uses none of the scarce roles.",
        "Money: room. Uses no money of the frames.",
        "Deadlines and order: room. No deadline or freeze is broken.",
        (
            "Split it into at least 3 waves. By itself it gives Social og Beskæftigelse 9.0 hours per "
            "employee in January 2027. The ceiling is 4.0."
        ),
        (
            "Raise the ceiling in Social og Beskæftigelse from 4.0 to 9.0 hours per employee in January "
            "2027. Then it can start in January 2027."
        ),
    ),
    ("requires", "da"): (
        "Kan ikke lade sig gøre inden for lofter og frister.",
        "Uanset start: Talegenkendelse (2027-014) kan ikke lade sig gøre.",
        "Forandring: plads. Rammer ingen enhed med et loft.",
        "Bemanding: plads. Bruger ingen af de knappe roller.",
        "Penge: plads. Bruger ingen penge af rammerne.",
        "Frister og rækkefølge: binder. Det kræver Talegenkendelse (2027-014), som ikke er med i planen.",
        (
            "Start i juli 2027. Tag Talegenkendelse (2027-014) med fra marts 2027. Tillad 2 "
            "idriftsættelser i Social og Beskæftigelse i 2. kvartal 2027. Så kan det starte i juli "
            "2027."
        ),
    ),
    ("rival", "da"): (
        "Ikke endnu. Ét af fire lofter binder. Der er intet ledigt vindue i planens periode.",
        (
            "Forandring: plads. Tættest på loftet er Social og Beskæftigelse med 1,6 timer pr. "
            "medarbejder i februar 2027. Loftet er 4,0."
        ),
        "Bemanding: plads. Tættest på loftet er Projektleder: 4 af 10 dage i januar 2027.",
        "Penge: plads. Anlæg 400.000 kr. i planens periode. Det ligger inden for rammen.",
        "Frister og rækkefølge: binder. Det kan ikke gennemføres sammen med Telefonrobot (2027-006).",
        "Lad Telefonrobot (2027-006) udgå. Det giver 25 point og koster 47 point. Start i januar 2027.",
    ),
    ("money", "da"): (
        "Kan ikke lade sig gøre inden for lofter og frister.",
        "Uanset start: Anlæg mangler mindst 200.000 kr.",
        (
            "Forandring: plads. Tættest på loftet er Social og Beskæftigelse med 1,6 timer pr. "
            "medarbejder i februar 2027. Loftet er 4,0."
        ),
        "Bemanding: plads. Tættest på loftet er Projektleder: 4 af 10 dage i januar 2027.",
        "Penge: binder. Anlæg: Der mangler 200.000 kr. i 2027.",
        "Frister og rækkefølge: plads. Ingen frist eller frysperiode brydes.",
        "Hæv rammen Anlæg med 200.000 kr. i 2027. Så kan det starte i januar 2027.",
    ),
    ("make room", "da"): (
        "Ikke endnu. Ét af fire lofter binder. Der er intet ledigt vindue i planens periode.",
        "Målt ved start i maj 2027, hvor der mangler mindst.",
        "Andre giver mere værdi for den samme plads.",
        (
            "Forandring: plads. Tættest på loftet er Social og Beskæftigelse med 1,6 timer pr. "
            "medarbejder i juni 2027. Loftet er 4,0."
        ),
        "Bemanding: binder. Projektleder: Der mangler 2 dage om måneden i maj–juni 2027, i alt 4 dage.",
        "Penge: plads. Anlæg 400.000 kr. i planens periode. Det ligger inden for rammen.",
        "Frister og rækkefølge: plads. Ingen frist eller frysperiode brydes.",
        "Lad Mobil adgang (2027-009) udgå. Det giver 25 point og koster 50 point. Start i januar 2027.",
        "Projektleder: 2 dage mere om måneden i maj–juni 2027, i alt 4 dage. Så kan det starte i maj 2027.",
    ),
    ("make room", "en"): (
        "Not yet. One of four ceilings binds. There is no free window in the plan.",
        "Measured at a start in May 2027, where least is missing.",
        "Others give more value for the same room.",
        (
            "Change: room. Nearest the ceiling is Social og Beskæftigelse with 1.6 hours per employee "
            "in June 2027. The ceiling is 4.0."
        ),
        "Staff: binds. Projektleder: 2 days a month missing in May–June 2027, 4 days in all.",
        "Money: room. Anlæg DKK 400,000 within the plan. That is within the frame.",
        "Deadlines and order: room. No deadline or freeze is broken.",
        "Leave out Mobil adgang (2027-009). It gives 25 points and costs 50 points. Start in January 2027.",
        "Projektleder: 2 days more a month in May–June 2027, 4 days in all. Then it can start in May 2027.",
    ),
    ("late duty", "da"): (
        "Starter i marts 2027 og går i drift i juni 2027. Det er 1 måned efter fristen, som er maj 2027.",
        "Start i januar–februar 2027 går ikke: Projektleder mangler mindst 4 dage.",
        "Forandring: plads. Rammer ingen enhed med et loft.",
        "Bemanding: plads. Tættest på loftet er Projektleder: 9 af 10 dage i marts 2027.",
        "Penge: plads. Bruger ingen penge af rammerne.",
        "Frister og rækkefølge: overskredet. Fristen overskrides med 1 måned.",
    ),
    ("late duty", "en"): (
        "Starts in March 2027 and goes live in June 2027. That is 1 month after the deadline, May 2027.",
        "A start in January–February 2027 does not work: Projektleder lacks at least 4 days.",
        "Change: room. Touches no unit with a ceiling.",
        "Staff: room. Nearest the ceiling is Projektleder: 9 of 10 days in March 2027.",
        "Money: room. Uses no money of the frames.",
        "Deadlines and order: missed. The deadline is missed by 1 month.",
    ),
    ("room", "da"): (
        "Ikke med i planen.",
        "Der er plads fra maj 2027. Planen kan altså blive bedre: beregn den igen med mere tid.",
        (
            "Forandring: plads. Tættest på loftet er Social og Beskæftigelse med 1,6 timer pr. "
            "medarbejder i juni 2027. Loftet er 4,0."
        ),
        "Bemanding: plads. Tættest på loftet er Projektleder: 10 af 10 dage i maj 2027.",
        "Penge: plads. Anlæg 400.000 kr. i planens periode. Det ligger inden for rammen.",
        "Frister og rækkefølge: plads. Ingen frist eller frysperiode brydes.",
        "Vent til maj 2027. Næste ledige vindue. Drift fra august 2027. Ventetiden koster 20 point.",
    ),
}


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_the_words_of_an_explanation(name: str, language: Language) -> None:
    problem, starts, id_ = CASES[name]
    said = sentences(explain_in(Situation.of(problem, starts), id_), language)
    assert said.lines == GOLDEN[name, language]


@pytest.mark.parametrize(
    ("name", "prices"),
    [("room", ("20 point",)), ("make room", ("50 point", "4 dage")), ("money", ("200.000 kr.",))],
)
def test_a_way_that_takes_one_amount_shows_it_as_its_price(name: str, prices: tuple[str, ...]) -> None:
    problem, starts, id_ = CASES[name]
    said = sentences(explain_in(Situation.of(problem, starts), id_))
    assert tuple(way.price for way in said.ways) == prices


def test_the_words_of_a_conflict() -> None:
    found = conflict(CASES["late duty"][0], "2027-007")
    assert found is not None
    assert conflict_sentences(found) == (
        "Ny ældrelov (2027-007) kan ikke nå sin frist, maj 2027, fordi:",
        "Projektleder har for få ledige dage i februar 2027.",
    )
    assert conflict_sentences(found, "en") == (
        "Ny ældrelov (2027-007) cannot meet its deadline, May 2027, because:",
        "Projektleder has too few free days in February 2027.",
    )


def test_the_words_of_a_price() -> None:
    price = Price(
        problem=eight_months(TALE, LOWER, RIVAL),
        id="2027-014",
        start=4,
        low_twelfths=420,
        high_twelfths=612,
        more_months_late=1,
        dropped=("2027-003",),
        moved=(("2027-006", 3),),
    )
    assert price_sentences(price) == (
        "At tage det med koster 35–51 point.",
        "Det starter så i maj 2027.",
        "Initiativer, der skal gennemføres, bliver tilsammen 1 måned senere.",
        "Udgår: Fælles skabeloner (2027-003).",
        "Ét andet flyttes.",
    )
    assert price_sentences(price, "en") == (
        "Bringing it in costs 35–51 points.",
        "It then starts in May 2027.",
        "What must be done becomes 1 month later in all.",
        "Left out: Fælles skabeloner (2027-003).",
        "One other is moved.",
    )


def test_both_languages_have_every_sentence_and_the_same_blanks() -> None:
    for key, (danish, english) in WORDS.items():
        blanks = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (danish, english)
        ]
        assert blanks[0] == blanks[1], key
