"""Reads `content/` into a catalogue. Bad content becomes diagnostics and never raises."""
