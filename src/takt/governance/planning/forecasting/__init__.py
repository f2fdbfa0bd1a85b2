"""How sure is a plan, and what is more of a limit worth? Reckoned by the worker beside a recorded plan, and kept."""
