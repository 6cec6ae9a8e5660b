"""Plans a visit: where stops are, how long legs take, when the delegation arrives, what is open. Pure."""
