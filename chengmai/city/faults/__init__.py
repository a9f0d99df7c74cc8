"""Faults of the grids: where the ground breaks the invariants of unit grids, duty grids and components."""
