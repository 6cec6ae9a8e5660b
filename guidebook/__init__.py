"""Jumin Guidebook: from YAML and Markdown in git to a public website and a printable guidebook."""

__version__ = "0.2.0"
