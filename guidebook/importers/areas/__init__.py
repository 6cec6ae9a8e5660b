"""Maps of other offices → outlines of the towns."""
