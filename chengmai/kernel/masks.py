"""How a citizen's name and phone look on a screen (domain reference 7.5, P9). Pure."""

from __future__ import annotations

import re
import unicodedata

_PHONE_LIKE = re.compile(r"\+?[\d\s()\-–—.]{5,}")


def normalised_phone(text: str) -> str:
    """Digits only; full-width digits are read and the prefix of China (+86, 0086) is dropped."""
    plain = unicodedata.normalize("NFKC", text).strip()
    digits = re.sub(r"\D", "", plain)
    if digits.startswith("0086"):
        return digits[4:]
    if digits.startswith("86") and (plain.startswith("+") or len(digits) == 13):
        return digits[2:]
    return digits


def looks_like_phone(text: str) -> bool:
    """Whether there is nothing but digits and the signs people put between them."""
    return _PHONE_LIKE.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def mask_phone(phone: str) -> str:
    """138****5678; of other numbers only the last four digits, of short ones nothing."""
    digits = normalised_phone(phone)
    if len(digits) == 11:
        return f"{digits[:3]}****{digits[-4:]}"
    if len(digits) >= 7:
        return "*" * (len(digits) - 4) + digits[-4:]
    return "*" * len(digits)


def mask_name(name: str) -> str:
    """张**: the first character; of a single character nothing."""
    name = name.strip()
    if len(name) <= 1:
        return "*" * len(name)
    return name[0] + "*" * min(len(name) - 1, 3)


_GAP = r"[-–—.· ]?"
_IN_TEXT = re.compile(
    r"(?<!\d)(?:"
    r"[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"  # identity
    rf"|(?:\+?86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}"  # mobile phone
    rf"|0\d{{2,3}}{_GAP}\d{{7,8}}"  # landline with its area
    r")(?![\dA-Za-z])"
)
_WIDE = {ord("０") + digit: ord("0") + digit for digit in range(10)} | {ord("Ｘ"): ord("X")}


def mask_numbers_in(text: str) -> str:
    """Free text with the phone and identity numbers in it masked; all else stays as it is.

    Full-width digits and the usual gaps are read; a number spelt in characters is not found.
    """
    found = list(_IN_TEXT.finditer(text.translate(_WIDE)))  # one sign for one: places agree
    for match in reversed(found):
        text = text[: match.start()] + mask_phone(match[0]) + text[match.end() :]
    return text
