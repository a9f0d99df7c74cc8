"""What mail servers write back of letters (RFC 3464), read from a mailbox by POP3 (RFC 1939).

Anybody can write to that mailbox: a report counts only for a letter whose number we made.
"""

from __future__ import annotations

import hashlib
import hmac
import poplib
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from chengmai.kernel.keyring import derived_key, key_ring
from chengmai.notices.errors import SendFailed
from chengmai.notices.gateways.parcel import SECONDS

_NUMBER = re.compile(r"<notice-(\d{1,18})-([0-9a-f]{16})@[^<>\s]+>")
_STATUS = re.compile(r"([245])\.(\d{1,3})\.(\d{1,3})")
_LARGEST = 1024 * 1024  # of a letter that is read at all


@dataclass(frozen=True)
class Bounce:
    """What became of one letter for one recipient: `action` is failed, delayed or delivered."""

    message_id: int
    action: str
    status: str
    recipient: str = ""

    @property
    def nobody_there(self) -> bool:
        """The address itself is wrong or given up, and not merely full or unreachable."""
        return self.status.startswith("5.1.") or self.status == "5.2.1"


def letter_no(message_id: int, domain: str) -> str:
    """The Message-ID of a notice: the same at each try, and nobody else can make it up."""
    return f"<notice-{message_id}-{_mark(message_id)}@{domain}>"


def read_bounces(letter: bytes) -> list[Bounce]:
    """What a delivery report says of our letters; nothing for any other letter."""
    report = message_from_bytes(letter, policy=policy.default)
    number = _number_in(letter)
    if number is None or report.get_content_type() != "multipart/report":
        return []
    found = []
    for part in report.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = part.get_payload()
            found += [
                _bounce(number, block) for block in blocks if isinstance(block, Message)
            ] if isinstance(blocks, list) else []  # fmt: skip
    return [one for one in found if one.action in ("failed", "delayed", "delivered")]


@dataclass(frozen=True)
class Mailbox:
    """A mailbox that only reports are sent to; what was read is deleted from it."""

    host: str
    port: int
    tls: str = "ssl"
    username: str = ""
    password: str = ""

    def take(self, handle: Callable[[bytes], None], most: int = 200) -> int:
        """Hand over each letter, then delete it; how many. Raises SendFailed (again)."""
        try:
            box = self._open()
        except (poplib.error_proto, OSError) as problem:
            raise SendFailed(type(problem).__name__, again=True) from None
        try:
            box.user(self.username)
            box.pass_(self.password)
            sizes = [line.split() for line in box.list()[1]][:most]
            for number, size in sizes:
                if int(size) <= _LARGEST:
                    handle(b"\r\n".join(box.retr(int(number))[1]))
                box.dele(int(number))
            box.quit()
        except (poplib.error_proto, OSError, ValueError) as problem:
            box.close()
            raise SendFailed(type(problem).__name__, again=True) from None
        return len(sizes)

    def _open(self) -> poplib.POP3:
        if self.tls == "ssl":
            context = ssl.create_default_context()
            return poplib.POP3_SSL(self.host, self.port, timeout=SECONDS, context=context)
        return poplib.POP3(self.host, self.port, timeout=SECONDS)


def _number_in(letter: bytes) -> int | None:
    """The message that the report is about: the first number in it that we made."""
    for found in _NUMBER.finditer(letter.decode("ascii", "replace")):
        if hmac.compare_digest(_mark(int(found[1])), found[2]):
            return int(found[1])
    return None


def _bounce(number: int, block: Message | EmailMessage) -> Bounce:
    action = str(block.get("Action", "")).strip().lower()
    status = _STATUS.search(str(block.get("Status", "")))
    who = str(block.get("Original-Recipient") or block.get("Final-Recipient") or "")
    return Bounce(
        number,
        action,
        status[0] if status else ("5.0.0" if action == "failed" else "4.0.0"),
        who.partition(";")[2].strip().casefold(),
    )


def _mark(message_id: int) -> str:
    secret = derived_key(key_ring().index, "notice letters", 32)
    return hmac.digest(secret, str(message_id).encode(), hashlib.sha256).hex()[:16]
