"""Replies of 한국관광공사 TourAPI (KorService2), saved as files → entries for sites and restaurants."""
