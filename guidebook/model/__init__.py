"""What things are: frozen values, no reading and no writing."""
