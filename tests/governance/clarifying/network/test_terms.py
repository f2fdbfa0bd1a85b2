from takt.governance.clarifying.network.terms import tidy, written_apart


def test_what_somebody_knows_is_kept_tidy_and_in_danish_order() -> None:
    assert tidy(["  Ældre  og data", "data", "DATA", "", "Aalborgmodellen", "omsorg"]) == [
        "data",
        "omsorg",
        "Ældre og data",
        "Aalborgmodellen",
    ]


def test_commas_semicolons_and_lines_part_what_was_written() -> None:
    assert written_apart("omsorg; data,\nRPA,,") == ["data", "omsorg", "RPA"]
