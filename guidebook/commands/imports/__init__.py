"""Data of other offices into the content: reads it, lets it be compared, and writes what is proposed if asked to."""
