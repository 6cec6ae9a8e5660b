"""Commands for whole cities."""
