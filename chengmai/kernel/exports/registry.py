"""Which kinds of files there are; a domain adds its own where its tasks are loaded."""

from __future__ import annotations

from chengmai.kernel.exports.words import Kind

_kinds: dict[str, Kind] = {}


def offer(kind: Kind) -> Kind:
    """Make a kind of file known."""
    _kinds[kind.name] = kind
    return kind


def kind_of(name: str) -> Kind:
    """The kind of this name. Raises KeyError."""
    return _kinds[name]
