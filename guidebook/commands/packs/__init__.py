"""A delegation's pack, one or many at once: from the visit that is asked for to its files.

Separate from the other commands, for the steps of a pack are seven modules that belong together.
"""
