"""The bodies of web pages, one module for what a reader looks for: reports, towns, the tour, files."""
