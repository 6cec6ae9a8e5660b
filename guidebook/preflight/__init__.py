"""Reads finished files back and knows nothing of how they were made."""
