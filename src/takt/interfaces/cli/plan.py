"""``takt plan``: make a plan, certify it, write it."""

import argparse
import json
from pathlib import Path

from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.check import check
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.solve import Effort, Impossible, solve
from takt.calculation.wording import Language, number
from takt.interfaces.cli import check as checking
from takt.interfaces.cli.files import WORKBOOKS, Question, question_in, write
from takt.interfaces.cli.progress import ProgressLine, worth_of
from takt.interfaces.cli.speaking import Refusal, add_json, add_language, in_language, language_of, tell
from takt.interfaces.cli.stopping import run_stoppable

_CODES = """
Exitkoder: 0 lovlig plan skrevet (også efter Ctrl-C), 1 ulovlig eller umulig, 2 input afvist,
130 afbrudt to gange. Exit codes: 0 a lawful plan is written (also after Ctrl-C), 1 unlawful or
impossible, 2 refused input, 130 interrupted twice.
"""


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "plan", help="læg en plan for ønskerne · make a plan of the wishes", epilog=_CODES
    )
    parser.add_argument("problem", type=Path, help="takt.problem/1 (JSON), .xlsx eller/or .csv")
    parser.add_argument("--out", type=Path, help="plan.json eller/or plan.xlsx; ellers/else <problem>-plan.*")
    parser.add_argument("--seconds", type=_seconds, help="højst så længe · at most so long")
    parser.add_argument(
        "--effort", choices=[effort.value for effort in Effort], help="quick, normal, thorough"
    )
    parser.add_argument("--seed", type=int, default=1, help="samme tal, samme plan · same seed, same plan")
    parser.add_argument("--quiet", action="store_true", help="ingen beskeder · no messages")
    add_language(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    language = language_of(args)
    out = _out(args.problem, args.out, language)
    question = question_in(args.problem, language)
    try:
        plan = _solve(question.problem, args, language)
    except Impossible as impossible:
        _tell_impossible(impossible, args, language)
        return 1
    verdict = check(question.problem, plan)
    if not verdict.lawful:
        print(checking.shown(verdict, language, as_json=args.json))
        return 1
    content = _workbook(question, plan) if out.suffix.lower() == ".xlsx" else plan_bytes(plan)
    written = write(out, content, language)
    if args.json:
        print(json.dumps(_answer(question, plan, out), ensure_ascii=False))
    elif not args.quiet:
        tell("\n".join((*_summary(question, plan, language), written)))
    return 0


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 86_400:
        raise argparse.ArgumentTypeError("0 < seconds <= 86400")
    return seconds


def _out(problem: Path, out: Path | None, language: Language) -> Path:
    """Where the plan goes: beside the problem, a workbook for a workbook, unless told otherwise."""
    if out is None:
        suffix = ".xlsx" if problem.suffix.lower() in WORKBOOKS else ".json"
        return problem.with_name(f"{problem.stem}-plan{suffix}")
    if out.suffix.lower() not in {".json", ".xlsx"}:
        raise Refusal(
            "--out",
            in_language(
                language, "Skriv et navn, der ender på .json eller .xlsx.", "End it in .json or .xlsx."
            ),
        )
    if out.resolve() == problem.resolve():
        raise Refusal(
            "--out",
            in_language(
                language,
                "Planen ville blive skrevet oven i ønskerne. Vælg et andet navn.",
                "The plan would be written over the wishes. Choose another name.",
            ),
        )
    return out


def _solve(problem: Problem, args: argparse.Namespace, language: Language) -> Plan:
    line = ProgressLine(language, quiet=args.quiet or args.json)

    def stopping() -> None:
        line.clear()
        if not args.quiet:
            tell(
                in_language(
                    language,
                    "Stopper. Den bedste plan indtil nu bliver skrevet. Ctrl-C igen afbryder helt.",
                    "Stopping. The best plan so far will be written. Ctrl-C again ends at once.",
                )
            )

    plan = run_stoppable(
        lambda should_stop: solve(
            problem,
            effort=Effort(args.effort) if args.effort else None,
            seconds=args.seconds,
            seed=args.seed,
            on_progress=line.show,
            should_stop=should_stop,
        ),
        on_stop=stopping,
    )
    line.clear()
    return plan


def _tell_impossible(impossible: Impossible, args: argparse.Namespace, language: Language) -> None:
    if args.json:
        print(json.dumps({"impossible": list(impossible.limits)}, ensure_ascii=False))
        return
    head = in_language(
        language,
        "Ingen plan kan opfylde det hele. Disse krav modsiger hinanden:",
        "No plan can satisfy everything. These demands contradict each other:",
    )
    tell("\n  ".join((head, *impossible.in_language(language))))


def _workbook(question: Question, plan: Plan) -> bytes:
    from takt.interfaces.exchange.workbook.reasons import reasons_not_chosen
    from takt.interfaces.exchange.workbook.writing import plan_workbook_bytes

    reasons = reasons_not_chosen(question.problem, plan)
    return plan_workbook_bytes(question.problem, plan, reasons=reasons, assumptions=question.assumptions)


def _summary(question: Question, plan: Plan, language: Language) -> list[str]:
    asked, chosen = len(question.problem.initiatives), len(plan.placements)
    lines = [
        in_language(
            language,
            f"Planen er lovlig (lawful): {number(chosen)} af {number(asked)} ønsker er med.",
            f"The plan is lawful: {number(chosen, 0, 'en')} of {number(asked, 0, 'en')} wishes are in it.",
        ),
        f"{worth_of(plan, language)}.",
    ]
    if plan.months_late:
        lines.append(
            in_language(
                language,
                f"Skal-ønsker er {number(plan.months_late)} måneder forsinket i alt.",
                f"Duties are {plan.months_late} months late in all.",
            )
        )
    if count := len(question.assumptions):
        lines.append(
            in_language(
                language,
                f"{number(count)} ting stod der ikke. Arket Forudsætninger viser, hvad vi regnede med.",
                f"{number(count, 0, 'en')} things were not said. The sheet Forudsætninger has what was used.",
            )
        )
    return lines


def _answer(question: Question, plan: Plan, out: Path) -> dict[str, object]:
    chosen = set(plan.start)
    return {
        "lawful": True,
        "status": plan.status,
        "months_late": plan.months_late,
        "goal_shortfall": plan.goal_shortfall,
        "value": plan.value_twelfths / 12,
        "value_bound": plan.value_bound_twelfths / 12,
        "gap": plan.gap,
        "chosen": [one.id for one in question.problem.initiatives if one.id in chosen],
        "not_chosen": [one.id for one in question.problem.initiatives if one.id not in chosen],
        "assumptions": [
            {
                "sheet": one.sheet,
                "row": one.row,
                "subject": one.subject,
                "column": one.column,
                "value": one.value,
                "why": one.why,
            }
            for one in question.assumptions
        ],
        "written": str(out),
    }
