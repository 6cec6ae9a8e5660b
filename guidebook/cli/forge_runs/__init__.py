"""The commands that the runs of forges call (`.ci/pack`, `.ci/review`); `review` serves people, too."""
