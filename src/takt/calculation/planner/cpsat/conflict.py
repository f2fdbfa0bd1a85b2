"""Which of many rules cannot be kept together: a set of which every one is needed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

ALWAYS = -1
_WORK = 2.0
"""Deterministic work per question; what is not proven within it counts as possible."""
_NO_LEAST = -(2**62)


@dataclass(frozen=True, slots=True)
class Constraint:
    """Σ coefficient · variable ≤ most, over variables that are 0 or 1."""

    rule: int
    """Which rule asks for it; ``ALWAYS`` when none can lift it."""
    variables: tuple[int, ...]
    coefficients: tuple[int, ...]
    most: int


def conflicting(
    variables: int, constraints: Sequence[Constraint], dispensable: Iterable[int]
) -> set[int] | None:
    """Rules that contradict each other, none of which could be left out; None when none do (provably).

    ``dispensable`` lists all rules, those first that one would rather not blame. The empty set means that
    what always holds contradicts itself.
    """
    order = list(dispensable)
    blamed = _blamed(variables, constraints, order)
    if blamed is None:
        return None
    for rule in [rule for rule in order if rule in blamed]:
        if _is_impossible(variables, constraints, blamed - {rule}):
            blamed = blamed - {rule}
    return blamed


def _blamed(variables: int, constraints: Sequence[Constraint], rules: Sequence[int]) -> set[int] | None:
    """A first, generous set from one solve in which every rule is an assumption."""
    model = cp_model.CpModel()
    literal_of = {rule: variables + index for index, rule in enumerate(rules)}
    for _ in range(variables + len(rules)):
        model.proto.variables.add().domain.extend([0, 1])
    for constraint in constraints:
        _add(model, constraint, literal_of.get(constraint.rule))
    model.proto.assumptions.extend(list(literal_of.values()))
    solver = _solver()
    if solver.solve(model) != cp_model.INFEASIBLE:
        return None
    rule_of = {literal: rule for rule, literal in literal_of.items()}
    return {rule_of[literal] for literal in solver.sufficient_assumptions_for_infeasibility()}


def _is_impossible(variables: int, constraints: Sequence[Constraint], rules: set[int]) -> bool:
    model = cp_model.CpModel()
    for _ in range(variables):
        model.proto.variables.add().domain.extend([0, 1])
    for constraint in constraints:
        if constraint.rule == ALWAYS or constraint.rule in rules:
            _add(model, constraint, None)
    return bool(_solver().solve(model) == cp_model.INFEASIBLE)


def _add(model: cp_model.CpModel, constraint: Constraint, only_if: int | None) -> None:
    added = model.proto.constraints.add()
    added.linear.vars.extend(constraint.variables)
    added.linear.coeffs.extend(constraint.coefficients)
    added.linear.domain.extend([_NO_LEAST, constraint.most])
    if only_if is not None:
        added.enforcement_literal.append(only_if)


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = _WORK
    return solver
