"""Signing in by the word of a provider: begun here, answered once, checked in every point."""

from __future__ import annotations

import hmac
import json
import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db import IntegrityError, transaction
from django.utils import timezone
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from chengmai.identity.errors import NotYourDuty
from chengmai.identity.factors.events import FactorAdded
from chengmai.identity.models import Person, Provider, ProviderLink
from chengmai.identity.signin.actions import (
    Device,
    SignedInSession,
    begin_ceremony,
    count_try,
    needs_factor,
    note,
    open_session,
    refuse_flood,
    take_ceremony,
)
from chengmai.identity.signin.errors import CeremonyOver
from chengmai.identity.sso.errors import NobodyHere, ProviderNotFound, ProviderRefused
from chengmai.identity.sso.events import ProviderChanged
from chengmai.identity.sso.gateways import Addresses, discover, redeem, signing_keys
from chengmai.identity.sso.rules import ALGORITHMS, challenge_of, refuse_bad_claims
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import cached, forget

_KIND = "oidc"
_KEPT_SECONDS = 600


@dataclass(frozen=True)
class Begun:
    """Where to send the browser, and what it must bring back in a cookie of its own."""

    address: str
    state: str
    browser: str


def begin_sso(
    *, provider_key: str, redirect_uri: str, to: str, at: datetime, address: str
) -> Begun:
    """The provider's address with state, nonce and PKCE. ProviderNotFound, ProviderUnavailable."""
    provider = _provider(provider_key)
    refuse_flood(address, at)
    where = _addresses(provider)
    nonce, verifier, browser = (secrets.token_urlsafe(32) for _ in range(3))
    state = begin_ceremony(
        kind=_KIND,
        secret={
            "provider": provider.key,
            "nonce": nonce,
            "verifier": verifier,
            "browser": browser,
            "redirect_uri": redirect_uri,
            "to": to,
        },
        at=at,
        address=address,
    )
    query = urlencode(
        {
            "response_type": "code",
            "client_id": provider.client_id,
            "redirect_uri": redirect_uri,
            "scope": provider.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge_of(verifier),
            "code_challenge_method": "S256",
        }
    )
    joint = "&" if "?" in where.authorise else "?"
    return Begun(f"{where.authorise}{joint}{query}", state, browser)


def finish_sso(
    *, state: str, code: str, browser: str, device: Device, at: datetime
) -> tuple[SignedInSession, str]:
    """The session of whom the provider names, and where they wanted to go.

    The state answers once, and only in the browser that began. Refuses with CeremonyOver,
    ProviderRefused (naming the point), NobodyHere, Locked or ProviderUnavailable.
    """
    begun = take_ceremony(ceremony_id=state, kind=_KIND, at=at)
    if not hmac.compare_digest(str(begun["browser"]).encode(), browser.encode()):
        raise CeremonyOver("Another browser began this sign-in.")
    provider = _provider(begun["provider"])
    token = redeem(
        _addresses(provider).token,
        code=code,
        verifier=begun["verifier"],
        redirect_uri=begun["redirect_uri"],
        client_id=provider.client_id,
        client_secret=_secret(provider),
    )
    claims = _verified(provider, token)
    subject = refuse_bad_claims(
        claims,
        issuer=provider.issuer,
        client_id=provider.client_id,
        nonce=begun["nonce"],
        now=at.timestamp(),
        skew=provider.skew_seconds,
    )
    person = _person(provider, subject, claims, device, at)
    how = f"oidc:{provider.key}"
    refused = count_try(person.pk, right=True, at=at, address=device.address, how=how)
    if refused is not None:
        raise refused
    opened = open_session(
        person, at=at, device=device, method=how, factor_proved=_factor_proved(provider, person)
    )
    return opened, str(begun["to"])


def _factor_proved(provider: Provider, person: Person) -> bool:
    """Whether the provider's word counts for both factors: never for who must have one here, so
    that whoever takes the provider over, or a name at it, is no administrator of the city."""
    return provider.second_factor and not needs_factor(person)


def _person(
    provider: Provider, subject: str, claims: dict[str, Any], device: Device, at: datetime
) -> Person:
    """Whom the subject is linked to; at the first sign-in the person whose user name the claim
    gives, if nobody else's link stands in the way. Nobody is made."""
    link = ProviderLink.objects.select_related("person").filter(provider=provider, subject=subject)
    found = link.first()
    if found is not None:
        link.update(last_used_at=at)
        person: Person | None = found.person
    else:
        username = _name_in(claims, provider.claim)
        known = Person.objects.filter(username=username, api_client=None)
        person = known.first() if username else None
        if person is not None and person.active:
            _link(provider, subject, person, at)
    if person is None or not person.active:
        note(device.address, subject, at, succeeded=False, how=f"oidc:{provider.key}")
        raise NobodyHere("This city does not know you; ask the administrator for an account.")
    return person


def _name_in(claims: dict[str, Any], claim: str) -> str:
    """The user name that the claim gives; an e-mail address only where the provider has checked
    that it is theirs."""
    if claim == "email" and claims.get("email_verified") is not True:
        return ""
    return str(claims.get(claim) or "")


def _link(provider: Provider, subject: str, person: Person, at: datetime) -> None:
    try:
        with transaction.atomic():
            ProviderLink.objects.create(
                provider=provider, subject=subject, person=person, created_at=at, last_used_at=at
            )
    except IntegrityError:
        raise ProviderRefused("This account belongs to another subject.", why="linked") from None
    publish(FactorAdded(person_id=person.pk, factor=f"oidc:{provider.key}", at=at))


def _verified(provider: Provider, token: str) -> dict[str, Any]:
    """The claims of a token that one of the provider's keys has signed; keys that are not known
    yet are fetched once more, for a provider changes them. ProviderRefused for all else."""
    allowed = [one for one in provider.algorithms or ALGORITHMS if one in ALGORITHMS]
    name = f"identity.oidc:{provider.key}.keys"
    for fresh in (False, True):
        if fresh:
            forget(name)
        address = _addresses(provider).keys
        keys = cached(name, lambda address=address: signing_keys(address), _KEPT_SECONDS)  # type: ignore[misc]
        try:
            return _claims(token, keys, allowed)
        except (JoseError, ValueError, KeyError, TypeError):
            continue
    raise ProviderRefused("The signature does not hold.", why="signature")


def _claims(token: str, keys: list[dict[str, Any]], allowed: list[str]) -> dict[str, Any]:

    usable = [
        key for key in keys if key.get("use", "sig") == "sig" and key.get("kty") in ("RSA", "EC")
    ]
    opened = jws.deserialize_compact(
        token, KeySet.import_key_set({"keys": usable}), algorithms=allowed
    )
    found = json.loads(opened.payload)
    if not isinstance(found, dict):
        raise ValueError
    return found


def _addresses(provider: Provider) -> Addresses:
    name = f"identity.oidc:{provider.key}.addresses"
    return cached(name, lambda: discover(provider.issuer), _KEPT_SECONDS)


def _provider(key: str) -> Provider:
    found = Provider.objects.filter(key=key[:30], active=True).first()
    if found is None:
        raise ProviderNotFound("No such provider.", provider=key[:30])
    return found


def _secret(provider: Provider) -> str | None:
    variable = f"CHENGMAI_OIDC_SECRET_{provider.key.upper().replace('-', '_')}"
    kept: str | None = provider.client_secret
    return os.environ.get(variable) or kept


@transaction.atomic
def set_provider(
    *,
    key: str,
    name: str,
    issuer: str,
    client_id: str,
    client_secret: str | None,
    claim: str,
    second_factor: bool,
    active: bool,
    actor: Actor,
    algorithms: list[str] | None = None,
    scope: str = "openid profile",
) -> None:
    """Make or change a provider; the security administrator's doing, and told. A secret that is
    None stays, unless the issuer is another one: then it goes, and so do the links to its subjects.
    """
    if not actor.has(Duty.SECURITY, Duty.SYSTEM):
        raise NotYourDuty("The security administrator keeps the providers.", duty=Duty.SECURITY)
    values: dict[str, Any] = {
        "name": name.strip()[:60],
        "issuer": issuer.strip(),
        "client_id": client_id.strip(),
        "claim": claim.strip() or "preferred_username",
        "second_factor": second_factor,
        "active": active,
        "scope": scope,
        "algorithms": [one for one in algorithms or ALGORITHMS if one in ALGORITHMS],
    }
    ended = 0
    before = Provider.objects.filter(key=key).first()
    if client_secret is not None:
        values["client_secret"] = client_secret or None
    if before is not None and before.issuer != values["issuer"]:
        values.setdefault("client_secret", None)
        ended = ProviderLink.objects.filter(provider=before).delete()[0]
    Provider.objects.update_or_create(key=key, defaults=values)
    publish(
        ProviderChanged(
            key=key,
            issuer=values["issuer"],
            claim=values["claim"],
            second_factor=second_factor,
            active=active,
            links_ended=ended,
            at=timezone.now(),
            actor_id=actor.id,
        )
    )
    forget(f"identity.oidc:{key}.keys")
    forget(f"identity.oidc:{key}.addresses")
