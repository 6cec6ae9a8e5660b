"""Writes the website: the MkDocs adapter, styles, fonts, share cards, service worker and the link check."""
