"""Shifts: who is on duty when."""
