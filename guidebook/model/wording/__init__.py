"""Wording that several rooms share: Korean particles, “did you mean …?”, the sample notice."""
