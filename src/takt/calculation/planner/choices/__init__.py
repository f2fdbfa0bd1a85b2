"""The problem as columns to choose among: the exact arithmetic that every engine shares."""
