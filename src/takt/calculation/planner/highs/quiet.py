"""HiGHS greets on standard output when its first model is made, whatever its options say; answers go there too."""

import os
import sys
from contextlib import suppress

import highspy


def make_the_first_model_unheard() -> None:
    """Once per process, before other threads print."""
    with suppress(OSError, ValueError):  # nowhere to print to: nothing to hush
        sys.stdout.flush()
        spoken = os.dup(1)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 1)
            highspy.Highs()
        finally:
            os.dup2(spoken, 1)
            os.close(spoken)
            os.close(nowhere)
