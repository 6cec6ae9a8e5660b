"""The pages of a portal over many cities: lists of cases, a page for each, cities, news, comparison."""
