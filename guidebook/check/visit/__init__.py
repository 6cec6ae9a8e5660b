"""Rules over planned visits."""
