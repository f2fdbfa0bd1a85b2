"""Change load: how many hours an initiative asks of the people it touches, and in which months.

The unit of measure is change hours per employee per month, something the manager of a unit can judge:

    load(i, u, t) = people × (training hours + adaptation hours × intensity) × profile(t) / headcount(u)

The planner reckons in whole hours of whole units, so that load on a unit is simply added to its parents.
"""
