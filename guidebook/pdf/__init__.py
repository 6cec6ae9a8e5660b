"""Craft on finished PDF files with pikepdf: joining, page numbers, tags, PDF/A and PDF/X, colour, imposition."""
