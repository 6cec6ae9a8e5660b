"""Commands that only a checkout of the program has, not a city: what they work on is not installed."""
