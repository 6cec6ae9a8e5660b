"""A portal over many cities: the list of cities, what they have published, and their cases as values."""
