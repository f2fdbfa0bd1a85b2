"""Work to hand over to other processes, without Django."""

import os
import time
from pathlib import Path


def square(number: int) -> int:
    return number * number


def die_once(number: int, mark: str) -> int:
    """The first process to come here is gone as if the power went."""
    try:
        Path(mark).touch(exist_ok=False)
    except FileExistsError:
        return number
    os._exit(9)


def die(number: int) -> int:
    os._exit(9)


def nap(number: int) -> int:
    time.sleep(0.2)
    return number


def complain(number: int) -> int:
    raise ZeroDivisionError(number)
