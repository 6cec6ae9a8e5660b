"""Says what was found and what was made; the only part that speaks while a build runs."""
