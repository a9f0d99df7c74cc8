"""Backup and restore of a whole city: database with its log, media, keys, anchors of the ledger."""
