"""Rules over what reports draw: information graphics and figures over time."""
