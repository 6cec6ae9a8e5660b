"""The Markdown dialect of bodies: one parser for rules, website and books, so that `check` sees what is published.

One construct a file, as in markdown-it-py, on which it is built.
"""
