"""What a printed page carries beside its words: addresses of pictures, and the QR code."""

from __future__ import annotations

import segno

PREFIX = "picture:"


def qr_of(address: str) -> str:
    """A QR code as an inline SVG without size of its own."""
    code = segno.make(address, error="m")
    return code.svg_inline(scale=1, border=0, omitsize=True)
