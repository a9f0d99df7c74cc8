"""E-mail over SMTP (RFC 5321), with STARTTLS or TLS where the server offers it."""

from __future__ import annotations

import re
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate

from chengmai.notices.errors import SendFailed
from chengmai.notices.gateways.bounces import letter_no
from chengmai.notices.gateways.parcel import SECONDS, Parcel

_NOBODY = (550, 551, 553)  # mailbox unavailable, not local, name not allowed
_OTHER_REASON = re.compile(rb"5\.[02-9]")  # its enhanced status says that it is not the address


@dataclass(frozen=True)
class Smtp:
    """A server, how to reach it safely (`tls`: starttls, ssl or none), and from whom mail comes."""

    host: str
    port: int
    sender: str
    tls: str = "starttls"
    username: str = ""
    password: str = ""
    site: str = ""
    bounces_to: str = ""

    def send(self, parcel: Parcel) -> str:
        """The Message-ID. Raises SendFailed: 4xx answers and lost lines again, 5xx for good."""
        letter = self._letter(parcel)
        try:
            with self._server() as server:
                if self.tls == "starttls":
                    server.starttls(context=ssl.create_default_context())
                if self.username:
                    server.login(self.username, self.password)
                server.send_message(letter, from_addr=self.bounces_to or None)
        except smtplib.SMTPRecipientsRefused as refusal:
            code, said = next(iter(refusal.recipients.values()), (550, b""))
            gone = code in _NOBODY and not _OTHER_REASON.match(said)
            raise SendFailed(f"SMTP {code}", again=code < 500, gone=gone) from None
        except smtplib.SMTPResponseException as refusal:
            raise SendFailed(f"SMTP {refusal.smtp_code}", again=refusal.smtp_code < 500) from None
        except smtplib.SMTPNotSupportedError:
            raise SendFailed("The server does not offer what is set.", again=False) from None
        except (smtplib.SMTPException, OSError) as problem:
            raise SendFailed(type(problem).__name__, again=True) from None
        return str(letter["Message-ID"])[:80]

    def _server(self) -> smtplib.SMTP:
        if self.tls == "ssl":
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(self.host, self.port, timeout=SECONDS, context=context)
        return smtplib.SMTP(self.host, self.port, timeout=SECONDS)

    def _letter(self, parcel: Parcel) -> EmailMessage:
        letter = EmailMessage()
        domain = self.sender.rpartition("@")[2].strip(">") or "localhost"
        letter["Message-ID"] = letter_no(parcel.message_id, domain)
        letter["Date"] = formatdate()
        letter["From"] = self.sender
        letter["To"] = _one_line(str(parcel.address["email"]))
        letter["Subject"] = _one_line(parcel.title)
        letter["Auto-Submitted"] = "auto-generated"
        where = f"\n\n{self.site.rstrip('/')}{parcel.link}" if self.site and parcel.link else ""
        letter.set_content(parcel.body + where)
        return letter


def _one_line(text: str) -> str:
    return " ".join(text.split())
