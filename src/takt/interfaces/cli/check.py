"""``takt check``: hold a plan against its problem."""

import argparse
import json
from pathlib import Path

from takt.calculation.planner.breach import Breach
from takt.calculation.planner.check import Verdict, check
from takt.calculation.wording import Language
from takt.interfaces.cli.files import plan_in, question_in
from takt.interfaces.cli.speaking import add_json, add_language, in_language, language_of


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("check", help="er planen lovlig? · is the plan lawful?")
    parser.add_argument("problem", type=Path, help="takt.problem/1 (JSON), .xlsx eller/or .csv")
    parser.add_argument(
        "plan", type=Path, help="takt.plan/1 (JSON), eller planens regneark · or the plan's workbook"
    )
    add_language(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    language = language_of(args)
    problem = question_in(args.problem, language).problem
    verdict = check(problem, plan_in(args.plan, problem, language))
    print(shown(verdict, language, as_json=args.json))
    return 0 if verdict.lawful else 1


def shown(verdict: Verdict, language: Language, *, as_json: bool) -> str:
    """For a person or for a program."""
    return json.dumps(values(verdict, language), ensure_ascii=False) if as_json else words(verdict, language)


def words(verdict: Verdict, language: Language) -> str:
    """The verdict as lines: what is broken, then what the fixed ones break by themselves."""
    broken = [f"- {breach.sentence(language)}" for breach in verdict.breaches]
    head = (
        in_language(language, "Planen er lovlig (lawful).", "The plan is lawful.")
        if verdict.lawful
        else in_language(language, "Planen er ikke lovlig (not lawful):", "The plan is not lawful:")
    )
    reported = [f"- {breach.sentence(language)}" for breach in verdict.reported]
    if reported:
        reported.insert(
            0,
            in_language(
                language,
                "Det, der ligger fast, bryder selv disse lofter. Det tæller ikke mod planen:",
                "What is fixed breaks these limits by itself. It is not held against the plan:",
            ),
        )
    return "\n".join([head, *broken, *reported])


def values(verdict: Verdict, language: Language) -> dict[str, object]:
    return {
        "lawful": verdict.lawful,
        "breaches": [_breach(breach, language) for breach in verdict.breaches],
        "reported": [_breach(breach, language) for breach in verdict.reported],
    }


def _breach(breach: Breach, language: Language) -> dict[str, object]:
    return {
        "kind": breach.kind,
        "id": breach.id,
        "month": str(breach.month) if breach.month else None,
        "quarter": "{}-K{}".format(*breach.quarter) if breach.quarter else None,
        "year": breach.year,
        "over": breach.over,
        "initiatives": list(breach.initiatives),
        "message": breach.sentence(language),
    }
