"""From catalogue to strings: page bodies for the website, chapters for the book. Writes nothing."""
