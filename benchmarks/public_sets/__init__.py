"""Public instances of older problems, asked as ``takt.problem/1``."""
