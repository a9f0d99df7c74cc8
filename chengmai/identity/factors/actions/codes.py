"""One-time codes and recovery codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pyotp
import segno
from django.db import transaction
from django.utils import timezone

from chengmai.identity.factors.errors import FactorNotFound, WrongCode
from chengmai.identity.factors.events import FactorAdded, FactorRemoved, RecoveryCodeUsed
from chengmai.identity.factors.rules import (
    matching_step,
    new_recovery_code,
    plain_recovery_code,
)
from chengmai.identity.models import Person, RecoveryCode, Totp
from chengmai.identity.settings import setting
from chengmai.kernel.ledger import publish
from chengmai.kernel.reindexing import BlindIndex
from chengmai.kernel.secrets import blind_index, blind_indexes, index_key_of

_ISSUER = "Chengmai"
_RECOVERY = "recovery.code"


@dataclass(frozen=True)
class Enrolment:
    """What an app needs to begin: shown once, while it is not confirmed."""

    secret: str
    uri: str
    picture: str  # the QR code as a data URI (SVG)


@transaction.atomic
def begin_totp(*, person_id: int, at: datetime) -> Enrolment:
    """A fresh secret for the person's app; it counts from the first code on (`confirm_totp`).

    A generator that is already confirmed stays until then.
    """
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    secret = pyotp.random_base32()
    held = Totp.objects.filter(person=person).first()
    if held is not None and held.confirmed_at is not None:
        raise FactorNotFound("Remove the present code generator first.", factor="totp")
    Totp.objects.update_or_create(
        person=person,
        defaults={"secret": secret, "created_at": at, "confirmed_at": None, "last_step": 0},
    )
    uri = pyotp.TOTP(secret).provisioning_uri(name=person.username, issuer_name=_ISSUER)
    picture = segno.make(uri, error="m").svg_data_uri(scale=5, border=4, light="white")
    return Enrolment(secret, uri, picture)


@transaction.atomic
def confirm_totp(*, person_id: int, code: str, at: datetime) -> list[str]:
    """The first code of the app: from now on it counts. Returns recovery codes, if none were
    left; they are shown this once. Raises WrongCode."""
    totp = Totp.objects.select_for_update().filter(person_id=person_id, confirmed_at=None).first()
    if totp is None:
        raise FactorNotFound("There is no code generator to confirm.", factor="totp")
    step = _step(totp, code, at)
    if step is None:
        raise WrongCode("This is not the code of now.", field="code")
    Totp.objects.filter(pk=totp.pk).update(confirmed_at=at, last_step=step, last_used_at=at)
    publish(FactorAdded(person_id=person_id, factor="totp", at=at, actor_id=person_id))
    return codes_if_none(person_id=person_id, at=at)


def take_code(*, person_id: int, code: str, at: datetime) -> bool:
    """Whether this is a code of now that nobody has used: it counts once, also for two at once."""
    totp = Totp.objects.filter(person_id=person_id, confirmed_at__isnull=False).first()
    if totp is None:
        return False
    step = _step(totp, code, at)
    if step is None:
        return False
    newer = Totp.objects.filter(pk=totp.pk, last_step__lt=step)
    return bool(newer.update(last_step=step, last_used_at=at))


@transaction.atomic
def take_recovery_code(*, person_id: int, code: str, at: datetime) -> bool:
    """Whether this is one of the person's recovery codes; it counts once."""
    indexes = blind_indexes(plain_recovery_code(code), _RECOVERY)
    unused = RecoveryCode.objects.filter(person_id=person_id, code_index__in=indexes, used_at=None)
    if not unused.update(used_at=at):
        return False
    left = RecoveryCode.objects.filter(person_id=person_id, used_at=None).count()
    publish(
        RecoveryCodeUsed(
            person_id=person_id, factor="recovery", left=left, at=at, actor_id=person_id
        )
    )
    return True


def codes_if_none(*, person_id: int, at: datetime) -> list[str]:
    """Fresh recovery codes for somebody who has none left; else an empty list."""
    if RecoveryCode.objects.filter(person_id=person_id, used_at=None).exists():
        return []
    return make_recovery_codes(person_id=person_id, at=at)


@transaction.atomic
def make_recovery_codes(*, person_id: int, at: datetime) -> list[str]:
    """A fresh set of recovery codes; the old ones count no longer."""
    Person.objects.select_for_update(no_key=True).get(pk=person_id)
    RecoveryCode.objects.filter(person_id=person_id).delete()
    codes = [new_recovery_code() for _ in range(setting("recovery_codes"))]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(
            person_id=person_id,
            code_index=blind_index(plain_recovery_code(code), _RECOVERY),
            created_at=at,
        )
        for code in codes
    )
    publish(FactorAdded(person_id=person_id, factor="recovery", at=at, actor_id=person_id))
    return codes


@transaction.atomic
def let_codes_go(index_key: str) -> int:
    """Remove the recovery codes that a retired key of the blind index made; how many. Their owners
    are told, and make fresh ones."""
    rows = RecoveryCode.objects.filter(used_at=None).values_list("pk", "person_id", "code_index")
    gone = [(pk, person) for pk, person, index in rows if index_key_of(index) == index_key]
    RecoveryCode.objects.filter(pk__in=[pk for pk, _ in gone]).delete()
    now = timezone.now()
    for person_id in sorted({person for _, person in gone}):
        publish(FactorRemoved(person_id=person_id, factor="recovery", at=now, actor_id=None))
    return len(gone)


INDEXES = (BlindIndex("identity_recoverycode", "code_index", _RECOVERY, let_go=let_codes_go),)


def _step(totp: Totp, code: str, at: datetime) -> int | None:
    return matching_step(
        code,
        at.timestamp(),
        window=setting("code_window_steps"),
        last_step=totp.last_step,
        code_of=pyotp.HOTP(totp.secret).at,
    )
