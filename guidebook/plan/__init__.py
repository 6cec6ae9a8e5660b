"""Arithmetic of a visit: where stops are, how long the way takes, when one arrives, what is open. Pure."""
