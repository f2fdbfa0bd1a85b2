"""Compile what is called a million times, and keep the result on disk where there is a place for it."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

Compilable = TypeVar("Compilable", bound=Callable[..., Any])


def compiled(function: Compilable) -> Compilable:
    """Beside the file, else in the user's cache; where neither can be written to, for this process only.

    It runs without holding up other threads.
    """
    try:
        return cast("Compilable", njit(cache=True, nogil=True)(function))
    except RuntimeError:  # no place for a cache
        return cast("Compilable", njit(nogil=True)(function))
