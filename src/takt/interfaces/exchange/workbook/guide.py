"""The first sheet of the template: what to do, in the order one does it."""

from openpyxl.worksheet.worksheet import Worksheet

from takt.interfaces.exchange.workbook.look import ACCENT, INK_2, TINT, lines_of, print_setup, put

_TITLE = "Jeres digitale ønsker – fra liste til plan"
_LEAD = (
    "Skriv ønskerne ind, gem filen, og få en plan: hvad I skal gøre, hvornår og i hvilken takt."
    " En liste med titler er nok til at begynde med."
)
_SECTIONS: tuple[tuple[str, str], ...] = (
    (
        "Sådan gør du",
        """
1. Se eksemplet. De grå rækker i kursiv er opdigtede og viser, hvordan arkene udfyldes.
2. Skriv dine egne rækker på arket Ønsker. Titlen er det eneste, du skal skrive.
3. Udfyld Enheder, Roller, Rammer og Frysperioder med jeres egne tal, så godt du kan.
4. Slet eksempelrækkerne (de har »Eksempel« i Bemærkning). Lader du dem stå, tæller de kun på ark \
uden egne rækker.
5. Gem filen som .xlsx, og upload den – eller skriv »takt plan« og filens navn i en terminal.
""",
    ),
    (
        "Når et felt er tomt",
        """
Tomme skøn erstattes af tallene på arket Størrelser. Ret dem, så de passer til jer.
Alt, vi har indsat, står række for række på arket Forudsætninger i planen.
Et tomt loft arves fra enheden over. En tom grænse, frist eller »Kræver først« betyder: ingen.
Er et ark tomt, regner vi med én fælles enhed på 1.000 ansatte, to årsværk projektleder og ingen \
økonomisk ramme.
Kan et felt ikke læses, siger vi, hvilket ark, hvilken række og hvad du skal skrive. Intet læses \
ind, før alt er i orden.
""",
    ),
    (
        "Sådan regner vi",
        """
Et ønske forbereder, udruller, går i drift og kører ind. Det går i drift måneden efter udrulningen.
Forandringstimer = berørte medarbejdere × (timers uddannelse + 2 timers tilvænning × intensitet). 10 \
pct. falder i forberedelsen, 60 pct. i udrulningen og 30 pct. i indkøringen.
Loftet er de forandringstimer, en medarbejder kan bære om måneden. En enheds belastning er dens egen \
og alle enhederne under.
Anlæg og dage fordeles jævnt fra start til idriftsættelse. Drift minus gevinst tæller hver måned \
derefter. En ramme gælder et kalenderår.
Point pr. år, når intet er skrevet: 10 × (kan 1, bør 2, skal 3) × (lille 1, mellem 2, stor 3, meget \
stor 4) + 1 point for hver 10.000 kr. gevinst om året.
Skal-ønsker sættes først. Derefter vælger planen det, der giver flest point uden at bryde et loft.
""",
    ),
    (
        "Godt at vide",
        """
Hold musen over en overskrift for at se, hvad kolonnen betyder.
Måneder skrives 2027-04, 1-4-2027 eller april 2027. Beløb skrives i hele kroner.
Har I flere roller, så tilføj en kolonne på Ønsker med rollens navn og (dage): »Tester (dage)«.
Formler er i orden; vi læser det resultat, Excel har gemt. Makroer og adgangskoder er ikke.
""",
    ),
)
"""One paragraph a line; a backslash continues it."""


def write_guide(sheet: Worksheet) -> None:
    """Fill an empty sheet with the instructions."""
    sheet.column_dimensions["A"].width = 92
    put(sheet, 1, 1, _TITLE, bold=True, size=18, ink=ACCENT)
    sheet.row_dimensions[1].height = 30
    put(sheet, 2, 1, _LEAD, size=12, ink=INK_2, wrap=True)
    sheet.row_dimensions[2].height = 34
    row = 4
    for heading, lines in _SECTIONS:
        put(sheet, row, 1, heading, bold=True, size=13, fill=TINT)
        sheet.row_dimensions[row].height = 20
        for line in lines.strip().splitlines():
            row += 1
            put(sheet, row, 1, line, wrap=True)
            sheet.row_dimensions[row].height = 16 * lines_of(line, 92)
        row += 2
    print_setup(sheet, wide=False)
