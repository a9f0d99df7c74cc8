"""Pure decisions about second factors: codes and their time steps."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Callable

STEP_SECONDS = 30  # RFC 6238, and what every app assumes
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look alike
MOST_PASSKEYS = 10


def matching_step(
    code: str, now: float, *, window: int, last_step: int, code_of: Callable[[int], str]
) -> int | None:
    """The time step whose code this is, at most `window` steps from now and newer than the last
    one taken; None where there is none. Every candidate is compared, whichever fits."""
    given = re.sub(r"\s", "", code)
    here = int(now) // STEP_SECONDS
    found = None
    for step in range(here - window, here + window + 1):
        if hmac.compare_digest(code_of(step).encode(), given.encode()) and step > last_step:
            found = step
    return found


def new_recovery_code() -> str:
    """Ten characters of 32, such as `7KQ2M-XW9PD`: 50 bits, easy to write down."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def plain_recovery_code(code: str) -> str:
    """A recovery code as it is compared: without blanks and dashes, in capitals."""
    return re.sub(r"[\s-]", "", code).upper()
