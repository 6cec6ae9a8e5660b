"""Rules over bodies of Markdown."""
