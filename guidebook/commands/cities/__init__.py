"""What is done for whole cities: a new repository of content."""
