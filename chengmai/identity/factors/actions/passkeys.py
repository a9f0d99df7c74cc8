"""Passkeys (WebAuthn level 3): adding one, and answering a challenge with one.

A passkey belongs to the site on which it was made: the origin and the site's name are checked
against the address of the request, which ALLOWED_HOSTS has let through.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import webauthn
from django.db import transaction
from webauthn.helpers import base64url_to_bytes, options_to_json_dict
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from chengmai.identity.factors.actions.codes import codes_if_none
from chengmai.identity.factors.errors import PasskeyRefused, TooManyFactors
from chengmai.identity.factors.events import FactorAdded
from chengmai.identity.factors.rules import MOST_PASSKEYS
from chengmai.identity.models import Passkey, Person
from chengmai.identity.signin.actions import begin_ceremony, take_ceremony
from chengmai.kernel.ledger import publish

_BROKEN = (WebAuthnException, ValueError, KeyError, TypeError, AttributeError)
ADD, ANSWER = "passkey.add", "passkey.answer"


@dataclass(frozen=True)
class Site:
    """Where the browser stands: the site's name (no port), and its origin."""

    rp_id: str
    origin: str


@dataclass(frozen=True)
class Challenge:
    """What the browser hands to the authenticator, and the number under which it answers."""

    ceremony_id: str
    options: dict[str, Any]


def begin_passkey(*, person_id: int, site: Site, at: datetime, address: str) -> Challenge:
    """A challenge to make a new passkey with. TooManyFactors beyond a handful."""
    person = Person.objects.get(pk=person_id)
    held = list(Passkey.objects.filter(person=person))
    if len(held) >= MOST_PASSKEYS:
        raise TooManyFactors("Remove a passkey first.", most=MOST_PASSKEYS)
    options = webauthn.generate_registration_options(
        rp_id=site.rp_id,
        rp_name="城脉 Chengmai",
        user_name=person.username,
        user_display_name=person.name,
        user_id=str(person.pk).encode(),
        exclude_credentials=[_descriptor(key) for key in held],
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
    )
    return _challenge(ADD, options, options.challenge, person_id, site, at, address)


@transaction.atomic
def add_passkey(
    *,
    person_id: int,
    ceremony_id: str,
    credential: dict[str, Any],
    name: str,
    site: Site,
    at: datetime,
) -> list[str]:
    """Keep the public key that the authenticator made; recovery codes, if none were left.

    Refuses with CeremonyOver, or PasskeyRefused for another origin, site or challenge.
    """
    waiting = take_ceremony(ceremony_id=ceremony_id, kind=ADD, at=at, person_id=person_id)
    try:
        made = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=base64.b64decode(waiting["challenge"]),
            expected_rp_id=site.rp_id,
            expected_origin=site.origin,
        )
    except _BROKEN:
        raise _refused() from None
    if Passkey.objects.filter(credential_id=made.credential_id).exists():
        raise PasskeyRefused("This passkey is known already.", field="credential")
    given = credential.get("response", {}).get("transports", [])
    known = {one.value for one in AuthenticatorTransport}
    Passkey.objects.create(
        person_id=person_id,
        name=name.strip()[:60] or "通行密钥",
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        rp_id=site.rp_id,
        transports=[one for one in given if one in known] if isinstance(given, list) else [],
        created_at=at,
    )
    publish(FactorAdded(person_id=person_id, factor="passkey", at=at, actor_id=person_id))
    return codes_if_none(person_id=person_id, at=at)


def begin_answer(*, person_id: int | None, site: Site, at: datetime, address: str) -> Challenge:
    """A challenge to answer with a passkey: one of this person's, or, for None, with whichever
    passkey the browser offers; then the authenticator must know its user."""
    held = Passkey.objects.filter(person_id=person_id, rp_id=site.rp_id) if person_id else []
    options = webauthn.generate_authentication_options(
        rp_id=site.rp_id,
        allow_credentials=[_descriptor(key) for key in held],
        user_verification=UserVerificationRequirement.PREFERRED
        if person_id
        else UserVerificationRequirement.REQUIRED,
    )
    return _challenge(ANSWER, options, options.challenge, person_id, site, at, address)


@transaction.atomic
def take_answer(
    *,
    ceremony_id: str,
    credential: dict[str, Any],
    site: Site,
    at: datetime,
    person_id: int | None,
) -> int:
    """The person whose passkey answered the challenge. With `person_id` it must be theirs;
    without, the authenticator must have verified its user. CeremonyOver or PasskeyRefused."""
    waiting = take_ceremony(ceremony_id=ceremony_id, kind=ANSWER, at=at, person_id=person_id)
    try:
        raw = base64url_to_bytes(str(credential["rawId"]))
        key = Passkey.objects.select_for_update().filter(credential_id=raw).first()
        if key is None or key.rp_id != site.rp_id or person_id not in (None, key.person_id):
            raise _refused()
        proved = webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=base64.b64decode(waiting["challenge"]),
            expected_rp_id=site.rp_id,
            expected_origin=site.origin,
            credential_public_key=bytes(key.public_key),
            credential_current_sign_count=key.sign_count,
            require_user_verification=person_id is None,
        )
    except _BROKEN:
        raise _refused() from None
    Passkey.objects.filter(pk=key.pk).update(sign_count=proved.new_sign_count, last_used_at=at)
    return key.person_id


def _challenge(
    kind: str,
    options: Any,
    challenge: bytes,
    person_id: int | None,
    site: Site,
    at: datetime,
    address: str,
) -> Challenge:
    number = begin_ceremony(
        kind=kind,
        person_id=person_id,
        secret={"challenge": base64.b64encode(challenge).decode(), "rp_id": site.rp_id},
        at=at,
        address=address,
    )
    return Challenge(number, options_to_json_dict(options))


def _descriptor(key: Passkey) -> PublicKeyCredentialDescriptor:
    transports = [AuthenticatorTransport(one) for one in key.transports]
    return PublicKeyCredentialDescriptor(id=bytes(key.credential_id), transports=transports or None)


def _refused() -> PasskeyRefused:
    return PasskeyRefused("This passkey does not open that.", field="credential")
