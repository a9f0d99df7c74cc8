"""The demo city 岚海市: an invented coastal city, drawn by our own code from a seed.

`plan` draws the geometry (no database), `offices` the organisations and people, `past` a year of
cases; `load` copies all of it into the tables. Every name, boundary and person here is invented.
"""
