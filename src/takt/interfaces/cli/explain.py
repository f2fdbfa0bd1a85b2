"""``takt explain``: why a wish is where it is in a plan, or why it is not, and what it would take."""

import argparse
import difflib
import json
from pathlib import Path

from takt.calculation.planner.check import check
from takt.calculation.planner.explain import explain
from takt.calculation.planner.explain.sentences import Said, sentences
from takt.calculation.planner.problem import Problem
from takt.calculation.wording import Language
from takt.interfaces.cli import check as checking
from takt.interfaces.cli.files import plan_in, question_in
from takt.interfaces.cli.speaking import Refusal, add_json, add_language, in_language, language_of


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("explain", help="hvorfor, og hvorfor ikke? · why, and why not?")
    parser.add_argument("problem", type=Path, help="takt.problem/1 (JSON), .xlsx eller/or .csv")
    parser.add_argument(
        "plan", type=Path, help="takt.plan/1 (JSON), eller planens regneark · or its workbook"
    )
    parser.add_argument("--id", required=True, help="ønskets nummer · the wish")
    add_language(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Exit code 1 when the plan is not lawful: its limits would explain nothing."""
    language = language_of(args)
    problem = question_in(args.problem, language).problem
    plan = plan_in(args.plan, problem, language)
    verdict = check(problem, plan)
    if not verdict.lawful:
        said_ = checking.as_json(verdict, language) if args.json else checking.words(verdict, language)
        print(json.dumps(said_, ensure_ascii=False) if args.json else said_)
        return 1
    if args.id not in problem.initiative:
        raise Refusal("--id", _unknown(problem, args.id, language))
    explanation = explain(problem, plan, args.id)
    said = sentences(explanation, language)
    if args.json:
        print(
            json.dumps({"id": args.id, "verdict": explanation.verdict, **_as_json(said)}, ensure_ascii=False)
        )
    else:
        print("\n".join((f"{problem.initiative[args.id].title} ({args.id})", *said.lines)))
    return 0


def _unknown(problem: Problem, id_: str, language: Language) -> str:
    near = difflib.get_close_matches(id_, list(problem.initiative), n=3, cutoff=0.5)
    meant = ", ".join(near or list(problem.initiative)[:3])
    return in_language(
        language,
        f"»{id_}« findes ikke blandt ønskerne. Skriv fx {meant}.",
        f'There is no wish "{id_}". Write for instance {meant}.',
    )


def _as_json(said: Said) -> dict[str, object]:
    return {
        "headline": said.headline,
        "reasons": list(said.reasons),
        "panel": [
            {"theme": part.theme, "title": part.title, "binds": part.binds, "lines": list(part.lines)}
            for part in said.panel
        ],
        "ways": [{"title": way.title, "lines": list(way.lines)} for way in said.ways],
    }
