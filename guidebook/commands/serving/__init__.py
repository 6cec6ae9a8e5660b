"""What `serve` makes again and again: pages, books, and the report for editors."""
