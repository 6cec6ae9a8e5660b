"""The website as files: MkDocs behind an adapter, styles, fonts, cards, service worker, and its own link check."""
