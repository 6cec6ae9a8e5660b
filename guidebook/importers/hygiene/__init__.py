"""Lists of hygiene designations → restaurants."""
