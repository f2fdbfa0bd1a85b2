"""The file for Microsoft Project, read back: what the schema demands, and the same dates as the plan."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from takt.governance.clarifying.models import Dependency
from takt.governance.flow.models import Initiative
from takt.governance.planning.models import PlanRun
from takt.interfaces.exchange.plan_out.export import export_of
from takt.interfaces.exchange.plan_out.project_xml import project_xml_of
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.planned import record_plan_of

pytestmark = pytest.mark.django_db
IN = "{http://schemas.microsoft.com/project}"
PROJECT = """SaveVersion UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved
    ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol
    CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek
    DaysPerMonth Calendars Tasks Resources Assignments"""
TASK = """UID ID Name Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start Finish
    Duration DurationFormat Work Milestone Summary Critical ConstraintType CalendarUID ConstraintDate Deadline
    Hyperlink Notes PredecessorLink"""
LINK = "PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat"
"""The order of the elements in mspdi_pj12.xsd, as far as we write them and their neighbours."""


def project_of(run: PlanRun) -> ET.Element:
    return ET.fromstring(project_xml_of(export_of(run, "da")))  # noqa: S314 - our own


def tasks(run: PlanRun) -> dict[str, ET.Element]:
    """By outline number."""
    return {said(one, "OutlineNumber"): one for one in project_of(run).iter(f"{IN}Task")}


def said(element: ET.Element, name: str) -> str:
    return element.findtext(f"{IN}{name}", "")


def names(element: ET.Element) -> Iterator[str]:
    return (child.tag.removeprefix(IN) for child in element)


def links(task: ET.Element) -> list[tuple[str, str]]:
    """(UID of the predecessor, lag in tenths of a minute)."""
    return [(said(one, "PredecessorUID"), said(one, "LinkLag")) for one in task.iter(f"{IN}PredecessorLink")]


def test_the_elements_stand_in_the_order_of_the_schema(run: PlanRun) -> None:
    project = project_of(run)
    assert project.tag == f"{IN}Project"
    for element, order in (
        (project, PROJECT),
        *((task, TASK) for task in project.iter(f"{IN}Task")),
        *((link, LINK) for link in project.iter(f"{IN}PredecessorLink")),
    ):
        places = [order.split().index(name) for name in names(element)]
        assert places == sorted(places)
    uids = [said(task, "UID") for task in project.iter(f"{IN}Task")]
    assert len(uids) == len(set(uids)) == 8, "two initiatives of three phases; the third has no place"
    assert [said(day, "DayWorking") for day in project.iter(f"{IN}WeekDay")] == list("0111110")


def test_an_initiative_is_a_summary_of_its_phases(run: PlanRun) -> None:
    found = tasks(run)
    whole = found["1"]
    assert (said(whole, "Name"), said(whole, "Summary")) == ("2026-001 Fælles <stamkort>", "1")
    assert said(whole, "ConstraintType") == ""
    phases = [found[f"1.{number}"] for number in (1, 2, 3)]
    assert [said(one, "Name") for one in phases] == ["Forberedelse", "Udrulning", "Indkøring"]
    assert [said(one, "Start")[:10] for one in phases] == ["2027-01-01", "2027-04-01", "2027-08-02"]
    assert [said(one, "Finish")[:10] for one in phases] == ["2027-03-31", "2027-07-30", "2027-10-29"]
    assert (said(whole, "Start"), said(whole, "Finish")) == (
        said(phases[0], "Start"),
        said(phases[2], "Finish"),
    )
    assert [said(one, "Deadline") for one in phases] == ["", "2027-12-31T17:00:00", ""]
    assert links(phases[1]) == [(said(phases[0], "UID"), "0")]


def test_the_duration_leads_from_start_to_finish_in_weekdays(run: PlanRun) -> None:
    for task in tasks(run).values():
        opens, closes = (datetime.fromisoformat(said(task, name)) for name in ("Start", "Finish"))
        days = [opens + timedelta(days=number) for number in range((closes - opens).days + 1)]
        weekdays = sum(day.weekday() < 5 for day in days)
        assert said(task, "Duration") == f"PT{8 * weekdays}H0M0S"
        assert opens.weekday() < 5
        assert closes.weekday() < 5


def test_what_is_required_must_be_in_use_first(run: PlanRun) -> None:
    found = tasks(run)
    a_short_month = str(28 * 24 * 60 * 10)
    assert links(found["2.1"]) == [(said(found["1.2"], "UID"), a_short_month)]
    assert links(found["1.1"]) == []


def test_a_lag_never_pushes_what_the_plan_has_placed(cast: Cast, now: datetime) -> None:
    build_limits()
    build_initiative("2026-001")
    build_initiative("2026-002", requires="2026-001", prepare_months=0)
    Dependency.objects.update(lag_months=2)
    run = record_plan_of(cast, now, {"2026-001": 0, "2026-002": 9})
    found = tasks(run)
    ((uid, lag),) = links(found["2.1"])
    finish, start = said(found["1.2"], "Finish"), said(found["2.1"], "Start")
    assert uid == said(found["1.2"], "UID")
    assert said(found["2.1"], "Name") == "Udrulning"
    ready = datetime.fromisoformat(finish) + timedelta(minutes=int(lag) / 10)
    assert timedelta(0) <= datetime.fromisoformat(start) - ready < timedelta(days=7)


def test_control_characters_do_not_break_the_file(cast: Cast, now: datetime) -> None:
    build_limits()
    build_initiative("2026-001")
    run = record_plan_of(cast, now, {"2026-001": 0})
    Initiative.objects.update(title="Fælles\x0bstamkort\x01")
    assert said(tasks(run)["1"], "Name") == "2026-001 Fælles stamkort "
