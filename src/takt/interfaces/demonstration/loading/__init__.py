"""Fjordby Kommune into an empty database, through the same commands that people use."""
