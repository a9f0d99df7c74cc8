"""The city: divisions and grids, classes and limits, components, calendars, map layers."""
