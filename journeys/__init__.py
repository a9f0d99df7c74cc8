"""Whole journeys through the running city in a real Chromium."""
