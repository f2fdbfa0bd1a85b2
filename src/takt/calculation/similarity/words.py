"""Danish words reduced to what they have in common: *børnenes* and *børn* are the same word.

Stems are those of the Snowball algorithm for Danish (snowballstem.org); æ, ø and å are kept as the letters they are.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"\w+", re.UNICODE)
_stemmer = snowballstemmer.stemmer("danish")
# two vowels that Danish grammar swaps, which the algorithm does not know
_IRREGULAR = {"barn": "børn", "barnet": "børn", "barnets": "børn", "mand": "mænd", "manden": "mænd"}

STOP_WORDS = frozenset(
    (  # noqa: SIM905 - a text is easier to read than two hundred quoted words
        "ad af aldrig alle alt anden at bare blev blive bliver da de dem den denne der deres det dette "
        "dig din disse dog du efter eller en end er et for fordi fra få får før god gør ham han hans har "
        "havde have hen hende her hos hun hvad hvem hver hvilke hvis hvor hvordan i ikke ind ja jeg jer "
        "jeres jo kan kom kommer kun kunne lav lidt lige man mange med meget men mere mig min mod mon må "
        "ned nej noget nogle nok nu når og også om op os over på samme se selv sig siger skal skulle som "
        "så the til tit ud under ved vi vil ville vor vores vær være været"
    ).split()
)
"""Words too common to tell one wish from another."""

EVERYDAY_WORDS = frozenset(
    (  # noqa: SIM905 - words are read more easily so
        "altid arbejde bruge bruger bruges brugt dag dage dagen dagligt egne gang gange gerne gå går hel hele helt "
        "hånd hånden igen langt mangler nemt nye nyt ofte samme sidde sidder sted stedet synes tage tager tid tiden "
        "time timer uge ugen uger vente venter"
    ).split()
)
"""Words that are searched for, but say little of what a wish is about."""
SHORTEST_OPENING, SHORTEST_REST = 4, 3


def words(text: str) -> Iterator[str]:
    """The words of a text, casefolded."""
    return (match.group() for match in _WORD.finditer(text.casefold()))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Of one casefolded word."""
    regular: str = _stemmer.stemWord(_IRREGULAR.get(word, word))
    return regular


def stems(text: str) -> list[str]:
    """The stems of a text in order, stop words left out."""
    return [stem(word) for word in words(text) if word not in STOP_WORDS]


def telling_words(text: str) -> list[str]:
    """The words that say what a text is about, each once, in order."""
    return [word for word in dict.fromkeys(words(text)) if word not in STOP_WORDS | EVERYDAY_WORDS]


def opening(word: str) -> str:
    """How a compound with this word in front begins: *tale* in *talegenkendelse*. Empty: too short to tell."""
    short = stem(word)
    return next((form for form in (short, word) if len(form) >= SHORTEST_OPENING and form.isalpha()), "")


def opens(begun: str, word: str) -> bool:
    """Whether the word is a compound that begins so."""
    return word.startswith(begun) and len(word) >= len(begun) + SHORTEST_REST
