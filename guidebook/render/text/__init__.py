"""Text, bodies, dates and notes as strings, for the website and for paper."""
