"""Intake: files of messages become cases, row by row, with a report of every row."""
