"""Words, bodies, dates and notes as strings, for pages and for paper."""
