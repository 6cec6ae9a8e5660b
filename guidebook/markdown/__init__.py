"""The Markdown of bodies: one reader for rules, website and books, so that what `check` passes is what is published.

One construct a file, as in markdown-it-py, on which it is built.
"""
