"""Case numbers that people read out, and tracking numbers that nobody can guess."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
LENGTH = 11  # ten random characters (50 bits) and one that checks them
_CITY = ZoneInfo("Asia/Shanghai")
_CONFUSED = str.maketrans("ILO", "110")


def case_number(at: datetime, sequence: int) -> str:
    """`yyyymmdd` of the city's day and a running number, such as 20250701000042."""
    return f"{at.astimezone(_CITY):%Y%m%d}{sequence:06d}"


def tracking_number(random: int) -> str:
    """Ten characters of this randomness (50 bits, from `secrets`) and their check character."""
    body = "".join(ALPHABET[(random >> shift) & 31] for shift in range(45, -1, -5))
    return body + _check(body)


def read_tracking_number(text: str) -> str | None:
    """What a person typed, cleaned; None where it cannot be a tracking number."""
    cleaned = text.strip().upper().replace("-", "").replace(" ", "").translate(_CONFUSED)
    if len(cleaned) != LENGTH or any(character not in ALPHABET for character in cleaned):
        return None
    return cleaned if _check(cleaned[:-1]) == cleaned[-1] else None


def _check(body: str) -> str:
    """Weights are odd, hence invertible modulo 32: any single wrong character is found."""
    weighed = sum(
        (2 * position + 1) * ALPHABET.index(character) for position, character in enumerate(body)
    )
    return ALPHABET[weighed % 32]
