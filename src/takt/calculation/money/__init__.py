"""Sums of money (whole DKK) and of days, laid out over months."""
