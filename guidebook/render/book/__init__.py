"""Chapters of books as strings. Knows nothing of the website's pages."""
