"""The pages of the website, one module per subject: reports, towns, the tour, files."""
