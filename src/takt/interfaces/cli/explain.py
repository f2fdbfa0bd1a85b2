"""``takt explain``: why a wish is where it is in a plan, or why it is not, and what it would take."""

import argparse
import difflib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from takt.calculation.planner.check import check
from takt.calculation.planner.explain import Explanation, explain
from takt.calculation.planner.explain.sentences import Said, sentences
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Obligation, Problem
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
    parser.add_argument(
        "--price", action="store_true", help="regn igen med ønsket i planen · solve again with the wish in it"
    )
    add_language(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Exit code 1 when the plan is not lawful: its limits would explain nothing."""
    language = language_of(args)
    problem = question_in(args.problem, language).problem
    plan = plan_in(args.plan, problem, language)
    if args.id not in problem.initiative:
        raise Refusal("--id", _unknown(problem, args.id, language))
    verdict = check(problem, plan)
    if not verdict.lawful:
        print(checking.shown(verdict, language, as_json=args.json))
        return 1
    explanation = explain(problem, plan, args.id)
    said = sentences(explanation, language)
    more = _conflict(problem, explanation, language)
    price = _price(problem, plan, args.id, language) if args.price else ()
    if args.json:
        answer = {"id": args.id, "verdict": explanation.verdict, **_as_json(said)}
        answer |= {"conflict": list(more), "price": list(price)}
        print(json.dumps(answer, ensure_ascii=False))
    else:
        title = f"{problem.initiative[args.id].title} ({args.id})"
        print("\n".join(_shown(title, said, (more, price), language)))
    return 0


def _conflict(problem: Problem, explanation: Explanation, language: Language) -> tuple[str, ...]:
    """For a duty that is late or left out: the fewest limits that together keep it from its deadline."""
    duty = problem.initiative[explanation.id].obligation is Obligation.MUST
    if not duty or not explanation.months_late:
        return ()
    from takt.calculation.planner.explain.conflict import conflict
    from takt.calculation.planner.explain.conflict_sentences import conflict_sentences

    found = conflict(problem, explanation.id)
    return conflict_sentences(found, language) if found else ()


def _price(problem: Problem, plan: Plan, id_: str, language: Language) -> tuple[str, ...]:
    from takt.calculation.planner.explain.price import price
    from takt.calculation.planner.explain.price_sentences import price_sentences

    return price_sentences(price(problem, plan, id_), language)


def _shown(title: str, said: Said, more: Sequence[tuple[str, ...]], language: Language) -> Iterator[str]:
    """The answer in paragraphs, for a terminal."""
    yield title
    yield said.headline
    yield from said.reasons
    yield ""
    for part in said.panel:
        yield f"  {part.title} – {part.state}"
        yield from (f"    {line}" for line in part.lines)
    if said.ways:
        yield ""
        yield in_language(language, "Hvad skal der til?", "What would it take?")
    for way in said.ways:
        yield f"  → {way.title.rstrip('.')}."
        yield from (f"    {line}" for line in way.lines)
    for lines in more:
        if lines:
            yield ""
            yield from lines


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
