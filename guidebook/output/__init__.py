"""The output folder: guarded, replaced as a whole or not at all, listed in a manifest."""
