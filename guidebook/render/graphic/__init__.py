"""Information graphics of reports: one module a kind over common sheets and maps, the same on screen and on paper."""
