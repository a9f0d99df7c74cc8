"""Managed areas: management grids of several kinds, and responsibility areas, over one ground."""
