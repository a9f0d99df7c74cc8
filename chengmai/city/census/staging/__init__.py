"""The SQL of an import: from rows as read to rows as checked, taken, undone.

Everything here is set-based: a file of 200,000 rows passes through a handful of statements. What a
person sent travels as literals made by psycopg, never pasted by hand.
"""
