"""Composition: settings, URLs, processes and the command line. Decides nothing."""
