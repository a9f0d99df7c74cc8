"""Media: photos, short videos, recordings and documents that people send."""
