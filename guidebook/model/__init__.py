"""The data model: frozen values that neither read nor write files."""
