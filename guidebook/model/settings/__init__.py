"""What `site.yml` and the table of the map are made of."""
