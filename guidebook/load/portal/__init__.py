"""Reads what a portal is made of: the list of cities, and the copies of their data. Bad data becomes diagnostics."""
