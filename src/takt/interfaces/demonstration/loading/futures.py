"""Two scenarios and a sweep beside the first plan of Fjordby, asked for here and computed by the worker afterwards."""

from datetime import datetime

from takt.calculation.scenarios.axes import Axis, AxisKind
from takt.calculation.scenarios.changes import Change, FrameBy, MoreStaff
from takt.foundation.people.models import Person, Role
from takt.governance.planning.models import PlanRun
from takt.governance.planning.question import month_of
from takt.governance.planning.scenarios.commands.add_change import add_change
from takt.governance.planning.scenarios.commands.create_scenario import create_scenario
from takt.governance.planning.scenarios.commands.request_scenario import request_scenario
from takt.governance.planning.scenarios.commands.request_sweep import request_sweep
from takt.governance.planning.scenarios.models import Scenario
from takt.interfaces.demonstration.loading.limits import ROLES

LEADERS, LEADER_DAYS = "projektleder", 14
TENTHS_TODAY = int(10 * float(ROLES[LEADERS][1]))


def request_futures(plan: PlanRun, *, at: datetime) -> None:
    """What the economist and the director wonder about. A second time nothing happens."""
    if Scenario.objects.exists():
        return
    economist, director = _first(Role.ECONOMIST), _first(Role.DIRECTOR)
    first = month_of(plan.first_month)
    _scenario(
        "Én projektleder mere",
        "Projektlederne er bundet det meste af 2027. Hvad får vi for ét årsværk mere?",
        MoreStaff(LEADERS, 10, first, LEADER_DAYS),
        plan,
        director,
        at,
    )
    _scenario(
        "Rammerne sænkes 10 %",
        "Hvis budgetforhandlingerne ender med en besparelse i alle år.",
        FrameBy(None, -10),
        plan,
        economist,
        at,
    )
    request_sweep(
        "Rammer og projektledere",
        [
            Axis(AxisKind.FRAME, None, -20, 20, 20),
            Axis(
                AxisKind.STAFF,
                LEADERS,
                -10,
                10,
                10,
                days_per_month=LEADER_DAYS,
                tenths_today=TENTHS_TODAY,
            ),
        ],
        base=plan,
        by=economist,
        at=at,
    )


def _scenario(name: str, note: str, change: Change, plan: PlanRun, by: Person, at: datetime) -> None:
    scenario = create_scenario(name, note, base=plan, by=by, at=at)
    request_scenario(add_change(scenario, change, seen=scenario.edition, by=by, at=at), by=by, at=at)


def _first(role: Role) -> Person:
    return Person.objects.filter(role_holdings__role=role, is_active=True).order_by("pk")[0]
