"""What a forge is told: what came of a save, and what a proposal changes."""
