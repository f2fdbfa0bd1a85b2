"""HiGHS: the relaxation, its bound and prices, and parts of the question solved whole. Only here is it known."""
