"""The text of a file whose encoding nobody told: UTF-8, UTF-16 with a mark, or GB 18030."""

from __future__ import annotations


class NotText(ValueError):
    """The bytes are no text in any encoding that is tried."""


def decode(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text, its encoding, and notes. UTF-8 (with or without BOM), UTF-16 with BOM, GB 18030.

    A few broken bytes are replaced and noted as `unreadable_bytes`. Raises NotText.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace"), "utf-16", ()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text[:4096]:
            break
        return text, encoding.removesuffix("-sig"), ()
    best = min(("utf-8-sig", "gb18030"), key=lambda e: content.decode(e, "replace").count("\ufffd"))
    text = content.decode(best, errors="replace")
    if "\x00" in text[:4096] or text.count("\ufffd") > len(text) // 20:
        raise NotText
    return text, best.removesuffix("-sig"), ("unreadable_bytes",)
