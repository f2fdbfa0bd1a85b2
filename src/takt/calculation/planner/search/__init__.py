"""The ways to a good plan and to a proof of how good it is."""
