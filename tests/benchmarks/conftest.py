"""The benchmarks are a folder of programs, not part of the package: tests find them by their folder."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
