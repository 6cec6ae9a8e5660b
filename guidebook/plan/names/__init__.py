"""What days, legs and stops are called: arithmetic needs no words, and those who show it need the same ones."""
