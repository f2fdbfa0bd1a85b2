import pytest

from takt.foundation.search.indexing import Entry, index_many, remove
from takt.foundation.search.queries import matching, search_any

pytestmark = pytest.mark.django_db

ENTRIES = [
    Entry("wish", "2026-001", "Skærmbesøg i hjemmeplejen", "Vi kører langt for korte besøg hos borgerne."),
    Entry(
        "wish",
        "2026-002",
        "Talegenkendelse i sagsbehandlingen",
        "Notater efter samtaler tager to timer om dagen.",
    ),
    Entry("wish", "2026-003", "Børnenes vej gennem PPR", "Forældre og skoler venter på svar."),
    Entry("term", "loft", "Loft", "Den højeste belastning, en enhed må bære."),
]


@pytest.fixture(autouse=True)
def _indexed(db: None) -> None:
    index_many(ENTRIES)


def found(text: str) -> list[str]:
    return sorted(matching(text, kind="wish").values_list("key", flat=True))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("børn", ["2026-003"]),
        ("BARN", ["2026-003"]),
        ("skole", ["2026-003"]),
        ("skærmbesøget", ["2026-001"]),
        ("skærmb", ["2026-001"]),
        ("besøg", ["2026-001"]),
        ("behandling", ["2026-002"]),
        ("2026-002", ["2026-002"]),
        ("samtale notat", ["2026-002"]),
        ("samtale skole", []),
        ("talegenkendelse i sagsbehandlingen", ["2026-002"]),
        ("vej og", ["2026-003"]),
        ("born", []),
        ("", ["2026-001", "2026-002", "2026-003"]),
        ("'\"*)( OR -", []),
    ],
)
def test_words_are_found_in_any_form(text: str, keys: list[str]) -> None:
    assert found(text) == keys


def test_a_changed_entry_is_found_by_its_new_words_only() -> None:
    index_many([Entry("wish", "2026-001", "Videosamtaler")])
    assert found("skærmbesøg") == []
    assert found("videosamtale") == ["2026-001"]


def test_a_removed_entry_is_gone() -> None:
    remove("wish", ["2026-001"])
    assert found("skærmbesøg") == []


def test_candidates_share_some_word() -> None:
    hits = search_any("Vi bruger to timer på notater efter samtaler om skærmbesøg", kind="wish", limit=5)
    assert {hit.key for hit in hits} == {"2026-001", "2026-002"}
    assert search_any("og i på", kind="wish", limit=5) == []


def test_a_candidate_may_begin_a_compound_in_its_title() -> None:
    assert [hit.key for hit in search_any("Kunne vi tale i stedet?", kind="wish", limit=5)] == ["2026-002"]


def test_kinds_are_kept_apart() -> None:
    assert [hit.key for hit in search_any("belastning", kind="term", limit=5)] == ["loft"]
    assert search_any("belastning", kind="wish", limit=5) == []
