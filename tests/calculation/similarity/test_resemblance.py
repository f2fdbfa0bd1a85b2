from takt.calculation.similarity.resemblance import Candidate, Likeness, most_alike, shared_spans
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
    assert likeness[0].key == "a"
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


def test_one_common_word_in_the_text_is_chance() -> None:
    others = [Candidate("x", "Minecraft-demokrati", "Børn bygger deres by."), *CANDIDATES]
    assert most_alike("Forældre ringer for at melde deres børn syge", others) == []
    assert (
        most_alike("Vi vil gerne have en kaffemaskine", [Candidate("x", "Det frivillige", "Vi vil gerne.")])
        == []
    )


def test_a_word_may_begin_a_compound_in_the_title() -> None:
    [first, *_] = most_alike("Kunne vi tale i stedet for at skrive i hånden?", CANDIDATES[:2])
    assert (first.key, first.begun) == ("a", ("tale",))
    pieces = shared_spans("Talegenkendelse i sagsbehandlingen", first)
    assert pieces == [("Tale", True), ("genkendelse i sagsbehandlingen", False)]


def test_suggestions_stay_when_the_text_grows() -> None:
    short = "Vi skriver notater efter samtaler."
    long = f"{short} Det er tungt, og det sker i bilen, på gangen og hjemme, så vi glemmer halvdelen og må spørge."
    for text in (short, long):
        assert "a" in [one.key for one in most_alike(f"{text} Kunne vi tale?", CANDIDATES)]


def test_shared_words_are_marked_where_they_stand() -> None:
    likeness = Likeness("x", 1.0, (stem("børn"), stem("vej")))
    pieces = shared_spans("Børnenes vejr og vej i børnehaven", likeness)
    assert pieces == [("Børnenes", True), (" vejr og ", False), ("vej", True), (" i børnehaven", False)]
    assert "".join(piece for piece, _ in pieces) == "Børnenes vejr og vej i børnehaven"
