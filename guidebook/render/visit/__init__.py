"""The papers of one delegation: the booklet and the single sheets."""
