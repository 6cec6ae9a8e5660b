"""The handbook of this program, made by the program: documents gathered as content, then built like any other."""
