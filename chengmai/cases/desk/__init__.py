"""The dispatcher's tools: saved views, standard phrases, bulk moves, workbooks of a list."""
