"""What each command does from beginning to end, readable as a table of contents. Knows no options."""
