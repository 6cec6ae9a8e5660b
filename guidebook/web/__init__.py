"""Writes the website: the page shell, styles, fonts, share cards, service worker, link check; the adapter of MkDocs."""
