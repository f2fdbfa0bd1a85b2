"""The wish that is followed from the first word to the plan."""

from tests.stories import casework
from tests.stories.meetingwork import Term

TITLE = "Borgerne ser selv, hvornår hjemmeplejen kommer"
TROUBLE = "Borgerne ringer og spørger, hvornår vi kommer. Vi slår det op i planen og ringer tilbage."
QUESTIONS = "Hvornår på året passer det jer?\nHvad skal I have hjælp til?"
MANAGER = "lis.aagaard@fjordby.example"
WHY_YES = "Borgerne får et svar med det samme, og gevinsten er større end driften."
CONDITIONS = (
    Term(
        "Driften betales af gevinsten.", "Erik Dam", casework.in_days(90), "Budgetnotat godkendt af Økonomi"
    ),
    Term("Superbrugere er udpeget.", "Hjemmeplejen Vest", casework.in_days(60), "Liste over superbrugere"),
)
TRAIL = (
    ("Ønsket blev sendt", "Anna Holm"),
    ("En kollega sluttede sig til", "Fatma Yildiz"),
    ("En kollega sluttede sig til", "Jonas Bech"),
    ("Sagen blev taget op", "Nadia Krogh"),
    ("Skøn over tid, penge og belastning blev lagt ind", "Nadia Krogh"),
    ("Berørte enheder blev lagt ind", "Nadia Krogh"),
    ("Loven blev screenet", "Nadia Krogh"),
    ("Gevinstejeren sagde ja", "Vibeke Storm"),
    ("En bedømmer svarede", "Fatma Yildiz"),
    ("En bedømmer svarede", "Helle Ravn"),
    ("En bedømmer svarede", "Erik Dam"),
    ("En uenighed blev afklaret", "Erik Dam"),
    ("Værdien blev regnet af bedømmelsen", "Nadia Krogh"),
    ("En enhed svarede i høringen", "Vibeke Storm"),
    ("En enhed svarede i høringen", "Lis Aagaard"),
    ("Sagen blev meldt klar", "Nadia Krogh"),
    ("Teknologirådet: anbefales med betingelser", "Nadia Krogh"),
    ("Direktionen: godkendt", "Birgit Lund"),
    ("Ønskeren fik svar", "Birgit Lund"),
    ("En betingelse blev meldt opfyldt", "Erik Dam"),
)
"""What happened, and who did it."""
PROOF = "Budgetnotat 12 er godkendt af Økonomi og ligger på sagen."
