"""Reference tables as declared recipes: one way to list, change, end and restore their rows."""
