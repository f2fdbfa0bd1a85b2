"""Schedules bred from each other, where nothing is left to choose but when."""
