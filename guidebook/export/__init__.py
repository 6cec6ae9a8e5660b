"""Writes data files, one format per module: values in, bytes out. Pure."""
