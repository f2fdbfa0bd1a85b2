from takt.calculation.similarity.resemblance import Candidate, most_alike, shared_spans
from takt.calculation.similarity.words import stem, stems

CANDIDATES = [
    Candidate("a", "Talegenkendelse i sagsbehandlingen", "Notater efter borgersamtaler skal kunne dikteres."),
    Candidate("b", "Sensorer i affaldsbeholdere", "Tømning efter behov."),
    Candidate("c", "Diktering i Word", "Tale i stedet for at taste."),
]


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({stem(word) for word in ("barn", "barnet", "børn", "børnene", "børnenes")}) == 1
    assert stems("Det er børnenes skole") == [stem("børn"), stem("skole")]


def test_a_wish_about_the_same_comes_first_and_says_in_which_words() -> None:
    likeness = most_alike("Jeg skriver notater efter borgersamtaler. Kunne vi diktere?", CANDIDATES)
    assert [one.key for one in likeness][0] == "a"
    assert stem("notater") in likeness[0].shared
    assert "b" not in [one.key for one in likeness]


def test_nothing_resembles_nothing() -> None:
    assert most_alike("", CANDIDATES) == []
    assert most_alike("og i på", CANDIDATES) == []
    assert most_alike("cykelparkering", CANDIDATES) == []


def test_a_word_that_all_have_tells_little() -> None:
    many = [Candidate(str(number), f"System {number}", "et system") for number in range(20)]
    many.append(Candidate("rare", "System til genoptræning"))
    assert most_alike("system til genoptræning", many)[0].key == "rare"


def test_shared_words_are_marked_where_they_stand() -> None:
    pieces = shared_spans("Børnenes vej i børnehaven", [stem("børn")])
    assert pieces == [("Børnenes", True), (" vej i børnehaven", False)]
    assert "".join(piece for piece, _ in pieces) == "Børnenes vej i børnehaven"
