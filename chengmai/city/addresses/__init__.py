"""Addresses: finding a place by its words, and words for a place, from the city's own gazetteer."""
