"""Every way in which a file can be wrong is refused with its path, and nothing else ever happens."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.calculation.planner.plan import Placement, Status
from takt.calculation.planner.problem import Freeze, Month, Obligation, Requirement, Spending
from takt.calculation.planner.reading import read_plan, read_problem
from takt.calculation.planner.refused import Refused

Json = Any
Edit = Callable[[Json], object]

PROBLEM = """{
 "format": "takt.problem/1", "title": "Prøve", "first_month": "2027-01", "months": 6,
 "units": [{"id": "u0", "name": "Kommunen", "parent": null, "headcount": 90,
            "ceiling_hours": [9, null, 9, 9, 9, 0], "max_go_lives_per_quarter": 4},
           {"id": "u1", "parent": "u0", "ceiling_hours": 7}],
 "roles": [{"id": "pl", "name": "Projektleder", "days": [9, 9, 9, 9, 9, 9]}, {"id": "it", "days": 5}],
 "frames": [{"id": "drift", "name": "Drift", "dkk": {"2027": -17700000}}],
 "freezes": [{"first": "2026-12", "latest": "2027-02", "units": ["u1"]},
             {"first": "2027-06", "latest": "2027-06"}],
 "goals": [{"id": "g1", "name": "Inklusion", "minimum": 3}],
 "initiatives": [
  {"id": "a", "title": "Skærmbesøg", "obligation": "should", "prepare": 1, "roll_out": 1, "settle": 1,
   "earliest_start": 0, "latest_go_live": 4, "fixed_start": -1, "announced_start": 2, "points_per_year": 240,
   "points_at_go_live": -3, "money": [{"frame": "drift", "dkk": [200, 0, -300], "dkk_per_month_in_use": 5}],
   "staff": {"pl": [8, 8]}, "change": [{"unit": "u1", "hours": [0, 40]}],
   "requires": [{"id": "b", "lag_months": 2}], "excludes": ["c"], "goals": {"g1": 2}},
  {"id": "b", "prepare": 0, "roll_out": 0}, {"id": "c", "prepare": 0, "roll_out": 2}],
 "choose_one": [["b", "c"]], "move_penalty_points_per_month": 2}"""
PLAN = """{"format": "takt.plan/1", "problem_sha256": "abc", "status": "feasible",
 "placements": [{"id": "a", "start": 8}, {"id": "b", "start": -1}], "months_late": 1, "goal_shortfall": 0,
 "value": 1234.5, "value_bound": 1250.0, "engine": {"ortools": "9.15", "seed": 1}, "seconds": 12.3}"""


def refusal(raw: bytes, read: Callable[[bytes], object] = read_problem) -> Refused:
    with pytest.raises(Refused) as refused:
        read(raw)
    return refused.value


def edited(text: str, edit: Edit) -> bytes:
    value = json.loads(text)
    edit(value)
    return json.dumps(value).encode()


def put(*keys: str | int, value: object) -> Edit:
    """An edit: what stands there becomes ``value``."""

    def edit(json_: Json) -> None:
        for key in keys[:-1]:
            json_ = json_[key]
        json_[keys[-1]] = value

    return edit


def drop(*keys: str | int) -> Edit:
    def edit(json_: Json) -> None:
        for key in keys[:-1]:
            json_ = json_[key]
        del json_[keys[-1]]

    return edit


def test_everything_is_read() -> None:
    problem = read_problem(PROBLEM.encode())
    a, b, _ = problem.initiatives
    assert (problem.title, problem.first_month, problem.months) == ("Prøve", Month(2027, 1), 6)
    assert problem.units[0].ceiling_hours == (9, None, 9, 9, 9, 0)
    assert problem.units[1].ceiling_hours == (7,) * 6
    assert problem.unit["u1"].parent == "u0"
    assert [role.days for role in problem.roles] == [(9,) * 6, (5,) * 6]
    assert problem.frames[0].dkk == {2027: -17_700_000}
    assert problem.freezes == (Freeze(-1, 1, frozenset({"u1"})), Freeze(5, 5, None))
    assert (a.obligation, a.fixed_start, a.points_at_go_live) == (Obligation.SHOULD, -1, -3)
    assert a.money == (Spending("drift", (200, 0, -300), 5),)
    assert a.requires == (Requirement("b", 2),)
    assert (a.staff, a.goals, a.excludes) == ({"pl": (8, 8)}, {"g1": 2}, frozenset({"c"}))
    assert (b.obligation, b.earliest_start, b.latest_go_live) == (Obligation.COULD, 0, None)
    assert problem.choose_one == (("b", "c"),)


def test_the_least_that_is_a_problem() -> None:
    raw = b'{"format":"takt.problem/1","first_month":"2027-01","months":1,"initiatives":[]}'
    problem = read_problem(raw)
    assert (problem.initiatives, problem.units, problem.title) == ((), (), "")


def test_a_plan_is_read() -> None:
    plan = read_plan(PLAN.encode())
    assert plan.placements == (Placement("a", 8), Placement("b", -1))
    assert (plan.status, plan.months_late, plan.goal_shortfall) == (Status.FEASIBLE, 1, 0)
    assert (plan.value_twelfths, plan.value_bound_twelfths) == (14_814, 15_000)
    assert (plan.engine, plan.seconds) == ({"ortools": "9.15", "seed": 1}, 12.3)


@pytest.mark.parametrize(("written", "twelfths"), [("0.083", 1), ("-0.0833333", -1), ("1e3", 12_000)])
def test_points_are_read_as_exact_twelfths(written: str, twelfths: int) -> None:
    assert read_plan(PLAN.replace("1234.5", written).encode()).value_twelfths == twelfths


def test_text_may_have_lines_and_any_script() -> None:
    title = "Ældre\n\t– 電子カルテ 👵🏽"
    assert read_problem(edited(PROBLEM, put("title", value=title))).title == title


def test_a_byte_order_mark_is_forgiven() -> None:
    assert read_problem(b"\xef\xbb\xbf" + PROBLEM.encode()).title == "Prøve"


INITIATIVE = ("initiatives", 0)

WRONG = [
    (put("format", value="takt.problem/2"), "format", '"takt.problem/2" must be "takt.problem/1"'),
    (put("title", value=None), "title", "null must be text"),
    (put("title", value="\ud800"), "title", '"\\ud800" has a character that is no text (U+D800)'),
    (
        put("title", value="\x1b[2J"),
        "title",
        '"\\u001b[2J" has a character that is no text (U+001B); remove it',
    ),
    (put("title", value="nul\0"), "title", "(U+0000)"),
    (put("first_month", value="2027-13"), "first_month", '"2027-13" must be a month such as "2027-01"'),
    (put("first_month", value="2027-1"), "first_month", '"2027-1" must be a month'),
    (put("first_month", value="٢٠٢٧-01"), "first_month", "must be a month"),
    (put("first_month", value="0000-01"), "first_month", "must be a month"),
    (put("first_month", value=202701), "first_month", "202701 must be a month"),
    (put("first_month", value="9999-10"), "months", "6 goes beyond the year 9999"),
    (put("months", value=0), "months", "0 must be between 1 and 600"),
    (put("months", value=601), "months", "601 must be between 1 and 600"),
    (put("months", value="6"), "months", '"6" must be a whole number'),
    (put("months", value=True), "months", "true must be a whole number"),
    (put("months", value=6.0), "months", "6.0 must be a whole number"),
    (put("months", value=float("nan")), "months", "NaN must be a whole number"),
    (put("months", value=float("-inf")), "months", "-Infinity must be a whole number"),
    (put("months", value=10**400), "months", "must be between 1 and 600"),
    (drop("months"), "months", "is missing"),
    (drop("initiatives"), "initiatives", "is missing"),
    (put("initiative", value=[]), "initiative", "is not a key here; the keys are format, title"),
    (put("initiative", value=[]), "initiative", "did you mean initiatives?"),
    (put("a b", value=1), '["a b"]', "is not a key here"),
    (put("\x1b[2J", value=1), '["\\u001b[2J"]', "is not a key here"),
    (put("units", value={}), "units", "an object must be a list"),
    (put("units", 0, value=[]), "units[0]", "a list must be an object"),
    (put("units", 1, "id", value="u0"), "units[1].id", '"u0" is already given in units[0].id'),
    (put("units", 1, "id", value=""), "units[1].id", "is empty"),
    (drop("units", 1, "id"), "units[1].id", "is missing"),
    (put("units", 1, "parent", value="u9"), "units[1].parent", '"u9" is not the id of a unit'),
    (put("units", 0, "parent", value="u1"), "units[0].parent", "goes in a circle: u0 → u1 → u0"),
    (put("units", 0, "parent", value="u0"), "units[0].parent", "goes in a circle: u0 → u0"),
    (put("units", 0, "headcount", value=-1), "units[0].headcount", "-1 must be 0 or more"),
    (put("units", 0, "ceiling_hours", 2, value=-9), "units[0].ceiling_hours[2]", "-9 must be 0 or more"),
    (put("units", 0, "ceiling_hours", value=[1]), "units[0].ceiling_hours", "has 1 numbers; write one"),
    (
        put("units", 0, "max_go_lives_per_quarter", value=-1),
        "units[0].max_go_lives_per_quarter",
        "-1 must be 0 or more",
    ),
    (put("roles", 0, "days", 5, value=None), "roles[0].days[5]", "null must be a whole number"),
    (put("roles", 0, "days", value=[9] * 7), "roles[0].days", "has 7 numbers"),
    (put("roles", 0, "days", value=-1), "roles[0].days", "-1 must be 0 or more"),
    (drop("roles", 0, "days"), "roles[0].days", "is missing"),
    (put("roles", 1, "id", value="pl"), "roles[1].id", "is already given in roles[0].id"),
    (put("frames", 0, "dkk", "27", value=1), "frames[0].dkk.27", '"27" must be a year such as "2027"'),
    (put("frames", 0, "dkk", "٢٠٢٧", value=1), "frames[0].dkk.٢٠٢٧", "must be a year"),
    (put("frames", 0, "dkk", "2027", value=1.5), "frames[0].dkk.2027", "1.5 must be a whole number"),
    (drop("frames", 0, "dkk"), "frames[0].dkk", "is missing"),
    (put("freezes", 0, "latest", value="2026-11"), "freezes[0].latest", '"2026-11" is before first, 2026-12'),
    (put("freezes", 0, "units", value=["u9"]), "freezes[0].units[0]", "is not the id of a unit"),
    (put("freezes", 0, "units", value=["u1", "u1"]), "freezes[0].units[1]", "is named twice"),
    (drop("freezes", 0, "first"), "freezes[0].first", "is missing"),
    (put("goals", 0, "minimum", value=-1), "goals[0].minimum", "-1 must be 0 or more"),
    (drop("goals", 0, "minimum"), "goals[0].minimum", "is missing"),
    (put("initiatives", 2, "id", value="a"), "initiatives[2].id", "is already given in initiatives[0].id"),
    (put("initiatives", 2, "id", value=7), "initiatives[2].id", "7 must be text"),
    (drop("initiatives", 2, "id"), "initiatives[2].id", "is missing"),
    (drop("initiatives", 2, "prepare"), "initiatives[2].prepare", "is missing"),
    (drop("initiatives", 2, "roll_out"), "initiatives[2].roll_out", "is missing"),
    (
        put(*INITIATIVE, "obligation", value="skal"),
        "initiatives[0].obligation",
        '"skal" is not one of: must, should, could',
    ),
    (put(*INITIATIVE, "obligation", value=[]), "initiatives[0].obligation", "a list is not one of"),
    (put(*INITIATIVE, "prepare", value=-1), "initiatives[0].prepare", "-1 must be 0 or more"),
    (put(*INITIATIVE, "settle", value=10**12 + 1), "initiatives[0].settle", "1000000000001 must be 0 or"),
    (put(*INITIATIVE, "earliest_start", value=None), "initiatives[0].earliest_start", "null must be a whole"),
    (put(*INITIATIVE, "fixed_start", value="2"), "initiatives[0].fixed_start", '"2" must be a whole number'),
    (put(*INITIATIVE, "points_per_year", value=-(10**13)), "initiatives[0].points_per_year", "between −10¹²"),
    (
        put(*INITIATIVE, "money", 0, "frame", value="x"),
        "initiatives[0].money[0].frame",
        '"x" is not the id of',
    ),
    (drop(*INITIATIVE, "money", 0, "frame"), "initiatives[0].money[0].frame", "is missing"),
    (
        put(*INITIATIVE, "money", 0, "dkk", 2, value="1"),
        "initiatives[0].money[0].dkk[2]",
        '"1" must be a whole',
    ),
    (
        put(*INITIATIVE, "money", 0, "dkk", value=[1] * 4),
        "initiatives[0].money[0].dkk",
        "has 4 months; at most prepare + roll_out + settle = 3 are possible",
    ),
    (put(*INITIATIVE, "staff", "x", value=[]), "initiatives[0].staff.x", '"x" is not the id of a role'),
    (put(*INITIATIVE, "staff", "pl", 1, value=-8), "initiatives[0].staff.pl[1]", "-8 must be 0 or more"),
    (put(*INITIATIVE, "staff", "pl", value=[1] * 4), "initiatives[0].staff.pl", "has 4 months"),
    (put(*INITIATIVE, "staff", "pl", value=8), "initiatives[0].staff.pl", "8 must be a list"),
    (
        put(*INITIATIVE, "change", 0, "unit", value="x"),
        "initiatives[0].change[0].unit",
        "is not the id of a unit",
    ),
    (put(*INITIATIVE, "change", 0, "hours", value=[-1]), "initiatives[0].change[0].hours[0]", "-1 must be 0"),
    (put(*INITIATIVE, "change", 0, "hours", value=[1] * 4), "initiatives[0].change[0].hours", "has 4 months"),
    (
        put(*INITIATIVE, "requires", 0, "id", value="x"),
        "initiatives[0].requires[0].id",
        "is not the id of an",
    ),
    (
        put(*INITIATIVE, "requires", 0, "lag_months", value=-1),
        "initiatives[0].requires[0].lag_months",
        "-1 must",
    ),
    (put(*INITIATIVE, "requires", 0, "id", value="a"), "initiatives[0].requires[0].id", "circle: a → a"),
    (
        put(*INITIATIVE, "requires", value=[{"id": "b"}, {"id": "b", "lag_months": 1}]),
        "initiatives[0].requires[1].id",
        "is already given",
    ),
    (
        put("initiatives", 1, "requires", value=[{"id": "c"}, {"id": "a"}]),
        "initiatives[0].requires[0].id",
        "goes in a circle: a → b → a; an initiative cannot wait for itself",
    ),
    (put(*INITIATIVE, "excludes", value=["a"]), "initiatives[0].excludes[0]", '"a" excludes itself'),
    (
        put(*INITIATIVE, "excludes", value=["x"]),
        "initiatives[0].excludes[0]",
        "is not the id of an initiative",
    ),
    (put(*INITIATIVE, "goals", "x", value=1), "initiatives[0].goals.x", '"x" is not the id of a goal'),
    (put(*INITIATIVE, "goals", "g1", value=None), "initiatives[0].goals.g1", "null must be a whole number"),
    (put("choose_one", 0, value=[]), "choose_one[0]", "a list to choose from is empty"),
    (put("choose_one", 0, 1, value="x"), "choose_one[0][1]", '"x" is not the id of an initiative'),
    (put("choose_one", 0, 1, value="b"), "choose_one[0][1]", '"b" is named twice'),
    (put("choose_one", value=["b"]), "choose_one[0]", '"b" must be a list'),
    (put("move_penalty_points_per_month", value=-1), "move_penalty_points_per_month", "-1 must be 0 or more"),
    (put("roles", value=[{"id": "r", "days": 1}] * 10_001), "roles", "has 10001 items; at most 10000"),
]


@pytest.mark.parametrize(
    ("edit", "path", "message"), WRONG, ids=[f"{path}-{said[:20]}" for _, path, said in WRONG]
)
def test_a_wrong_value_is_refused_where_it_stands(edit: Edit, path: str, message: str) -> None:
    refused = refusal(edited(PROBLEM, edit))
    assert refused.path == path
    assert message in refused.message
    assert refused.in_language("da") != refused.in_language("en")


WRONG_PLANS = [
    (put("format", value="takt.problem/1"), "format", 'must be "takt.plan/1"'),
    (put("status", value="best"), "status", '"best" is not one of: optimal, feasible'),
    (put("problem_sha256", value=None), "problem_sha256", "null must be text"),
    (put("placements", 1, "start", value=1.0), "placements[1].start", "1.0 must be a whole number"),
    (put("placements", 1, "begin", value=1), "placements[1].begin", "is not a key here"),
    (drop("placements", 0, "id"), "placements[0].id", "is missing"),
    (put("months_late", value=-1), "months_late", "-1 must be between 0 and"),
    (put("value", value=float("nan")), "value", "NaN must be a number"),
    (put("value", value=1e19), "value", "1e+19 must be a number"),
    (put("value", value=10**400), "value", "must be a number"),
    (put("value", value=True), "value", "true must be a number"),
    (put("value", value=1234.55), "value", "1234.55 is not whole twelfths"),
    (drop("value_bound"), "value_bound", "is missing"),
    (put("engine", "seed", value=1.5), "engine.seed", "1.5 must be a whole number"),
    (put("seconds", value=-0.1), "seconds", "-0.1 must be 0 or more"),
]


@pytest.mark.parametrize(("edit", "path", "message"), WRONG_PLANS, ids=[path for _, path, _ in WRONG_PLANS])
def test_a_wrong_value_in_a_plan_is_refused_where_it_stands(edit: Edit, path: str, message: str) -> None:
    refused = refusal(edited(PLAN, edit), read_plan)
    assert refused.path == path
    assert message in refused.message


NO_JSON = [
    (b"", "the file is empty"),
    (b" \n", "the file is empty"),
    (PROBLEM.encode()[:-1], "the file stops in the middle (line 18, column"),
    (PROBLEM.encode()[:60], "the file stops in the middle (line 2, column"),
    (b'{"format": "takt', "the file stops in the middle (line 1, column 12)"),
    (b'{"format": takt}', "the file is not JSON from line 1, column 12"),
    ('{"title": "æ'.encode()[:-1], "the file stops in the middle of a character (byte 12)"),
    (b"PK\x03\x04", "the file is not JSON from line 1, column 1"),
    (PROBLEM.encode("utf-16"), "the file is not UTF-8 (byte 1 cannot be read); save it as UTF-8"),
    (PROBLEM.encode("latin-1"), "the file is not UTF-8 (byte 44 cannot be read)"),
    (b"[" * 1_000_000, "lists inside lists too deep"),
    (b'{"a":' * 1_000_000, "lists inside lists too deep"),
    (b'{"title":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "lists inside lists too deep"),
    (b"[" * 2_000_001, "the file has more than 2,000,000 lists and objects"),
    (b" " * 50_000_001, "the file is larger than 50 MB"),
    (b"[" + b"1.5," * 10_001 + b"1]", "more than 10,000 numbers that are not whole"),
]


@pytest.mark.parametrize(("raw", "message"), NO_JSON, ids=[message for _, message in NO_JSON])
def test_what_is_no_json_is_refused_as_a_whole(raw: bytes, message: str) -> None:
    refused = refusal(raw)
    assert refused.path == ""
    assert message in refused.message
    assert str(refused) == refused.message
    assert refused.in_language("da").startswith("filen ")


@pytest.mark.parametrize("number", ["1e-99999999", "1e99999999", f"0.{'3' * 1_000_000}"])
def test_a_number_too_long_to_reckon_with_is_refused(number: str) -> None:
    refused = refusal(PLAN.replace("1234.5", number).encode(), read_plan)
    assert refused.path == "value"
    assert "must be a number" in refused.message


def test_a_key_twice_is_refused_where_it_stands() -> None:
    twice = PROBLEM.replace('"staff": {"pl": [8, 8]}', '"staff": {"pl": [8], "it": [], "pl": [8]}')
    refused = refusal(twice.encode())
    assert refused.path == "initiatives[0].staff.pl"
    assert "is given twice" in refused.message


@pytest.mark.parametrize("digits", [20, 4000, 5000, 1_000_000])
def test_a_number_of_any_length_is_refused_where_it_stands(digits: int) -> None:
    refused = refusal(PROBLEM.replace('"months": 6', f'"months": {"9" * digits}').encode())
    assert refused.path == "months"
    assert refused.message.startswith("9999999999")
    assert len(refused.message) < 200


def test_beside_a_very_long_number_the_others_are_still_numbers() -> None:
    long = f"{'9' * 5000}"
    refused = refusal(PROBLEM.replace('"move_penalty_points_per_month": 2', f'"move": {long}').encode())
    assert refused.path == "move"


def test_a_very_long_text_is_shown_short() -> None:
    refused = refusal(edited(PROBLEM, put("initiatives", 0, "obligation", value="x" * 100_000)))
    assert len(refused.message) < 200


def test_a_long_chain_is_no_circle() -> None:
    chain = [
        {"id": f"{n}", "prepare": 0, "roll_out": 0, "requires": [{"id": f"{n - 1}"}]} for n in range(1, 5000)
    ]
    first = {"id": "0", "prepare": 0, "roll_out": 0}
    raw = edited(PROBLEM, lambda json_: json_.update(initiatives=[*reversed(chain), first], choose_one=[]))
    assert len(read_problem(raw).initiatives) == 5000


def test_a_lattice_is_no_circle_and_is_walked_once() -> None:
    """Thirty pairs, each of which requires both of the pair before: a billion ways through it."""
    lattice = [
        {
            "id": f"{n}{side}",
            "prepare": 0,
            "roll_out": 0,
            "requires": [{"id": f"{n - 1}{s}"} for s in "lr"] if n else [],
        }
        for n in range(30)
        for side in "lr"
    ]
    raw = edited(PROBLEM, lambda json_: json_.update(initiatives=lattice, choose_one=[]))
    assert len(read_problem(raw).initiatives) == 60


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    for read in (read_problem, read_plan):
        with pytest.raises(Refused):
            read(raw)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.data())
def test_a_problem_changed_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    value: Json = json.loads(PROBLEM)
    here = value
    while isinstance(here, (dict, list)) and here:
        key = data.draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here))))
        if not isinstance(here[key], (dict, list)) or not here[key] or data.draw(st.booleans()):
            break
        here = here[key]
    here[key] = data.draw(values)
    _read_or_refuse(json.dumps(value).encode())


@given(st.integers(0, len(PROBLEM.encode())), st.integers(0, 5), st.binary(max_size=5))
def test_bytes_changed_anywhere_are_read_or_refused(at: int, gone: int, new: bytes) -> None:
    raw = PROBLEM.encode()
    _read_or_refuse(raw[:at] + new + raw[at + gone :])


def _read_or_refuse(raw: bytes) -> None:
    assert _said_of(raw).isprintable()


def _said_of(raw: bytes) -> str:
    try:
        read_problem(raw)
    except Refused as refused:
        return refused.message + refused.in_language("da")
    return ""
