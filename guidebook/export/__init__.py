"""Files to take away, one format a module: values in, bytes out. Pure."""
