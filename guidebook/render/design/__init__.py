"""The design tokens of `templates/tokens.css`: in style sheets, and as values for what is drawn by Python."""
