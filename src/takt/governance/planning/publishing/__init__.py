"""A plan is proposed, decided by a body, and is then the plan in force: the baseline for everything else."""
