"""Entries of other offices' data → records of the content: which record is meant, what changes, what stays."""
