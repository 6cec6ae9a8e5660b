"""Renders the pages of the website as strings. Knows nothing of books."""
