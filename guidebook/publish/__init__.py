"""From rendered pages and chapters to `output/`: the only writer there, the only user of MkDocs and WeasyPrint."""
