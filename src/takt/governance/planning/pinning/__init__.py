"""Wishes to the planner: a start that somebody has tried in the roadmap and asks the next plan to keep."""
