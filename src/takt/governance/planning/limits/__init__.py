"""The four limits of the house: what stands in them, how they are changed, and what a plan is asked to keep."""
