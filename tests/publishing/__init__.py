"""What `publish` puts where visitors see it, through the command line, and with the servers that people use."""
