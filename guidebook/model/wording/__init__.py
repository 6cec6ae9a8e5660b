"""Wording that all rooms share: “did you mean …?”, the sample notice, and how things are written for readers.

Numbers (`numbers`), money (`money`), ranges (`ranges`), dates (`dates`) and sizes of files (`file_sizes`) are written
there and nowhere else; templates ask for them by filters. Korean particles are `guidebook/model/particles.py`.
"""
