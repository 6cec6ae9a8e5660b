"""The kinds of records, as they are written in their files."""
