"""Other ways to answer the same question, written without a line from Takt's own solver.

They read the same ``Problem``, make their own model of it (``limits``, ``start_choices``) and hand back plans
that the same independent checker certifies.
"""
