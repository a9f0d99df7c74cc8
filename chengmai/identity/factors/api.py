"""HTTP of second factors: proving oneself, and one's own codes and passkeys."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.identity.edge import (
    client_address,
    require_duty,
    require_presence,
    require_recent_factor,
)
from chengmai.identity.factors.actions import (
    Challenge,
    Site,
    add_passkey,
    begin_answer,
    begin_passkey,
    begin_totp,
    confirm_totp,
    go_on,
    make_recovery_codes,
    prove_with_code,
    prove_with_password,
    remove_factor,
    remove_factors_of,
    sign_in_with_passkey,
    take_answer,
)
from chengmai.identity.factors.queries import factors_card
from chengmai.identity.signin.actions import advance
from chengmai.identity.signin.api.session import (
    SessionOut,
    answer_again,
    answer_with,
    device_of,
)
from chengmai.identity.words import Duty, Presence, Step
from chengmai.kernel.errors import BadInput

router = Router(tags=["identity"])


class ProofIn(Schema):
    """One of: `code`, `recovery_code`, `password` (where there is no second factor), or a
    passkey's answer with the number of its challenge."""

    code: str | None = None
    recovery_code: str | None = None
    password: str | None = None
    ceremony_id: str | None = None
    credential: dict[str, Any] | None = None


class ChallengeOut(Schema):
    ceremony_id: str
    options: dict[str, Any]


class PasskeyIn(Schema):
    ceremony_id: str
    credential: dict[str, Any]
    name: str = ""


class CodeIn(Schema):
    code: str


class EnrolmentOut(Schema):
    secret: str
    uri: str
    picture: str


class AddedOut(Schema):
    """Recovery codes are shown this once; none where some were left."""

    recovery_codes: list[str]
    session: SessionOut


class CodesOut(Schema):
    recovery_codes: list[str]


class PasskeyOut(Schema):
    id: int
    name: str
    created_at: datetime
    last_used_at: datetime | None


class FactorsOut(Schema):
    totp_since: datetime | None
    totp_last_used_at: datetime | None
    passkeys: list[PasskeyOut]
    recovery_codes_left: int


@router.post("/session/passkey/options", response=ChallengeOut, summary="Begin with a passkey")
def post_passkey_options(request: HttpRequest) -> ChallengeOut:
    """A challenge for whoever sits at this browser; nothing is said about who exists."""
    return _challenge(
        begin_answer(
            person_id=None, site=_site(request), at=timezone.now(), address=client_address(request)
        )
    )


@router.post("/session/passkey", response=SessionOut, summary="Sign in with a passkey alone")
def post_passkey_session(
    request: HttpRequest, response: HttpResponse, body: PasskeyIn
) -> SessionOut:
    now = timezone.now()
    person_id = take_answer(
        ceremony_id=body.ceremony_id,
        credential=body.credential,
        site=_site(request),
        at=now,
        person_id=None,
    )
    opened = sign_in_with_passkey(person_id=person_id, device=device_of(request), at=now)
    return answer_with(request, response, opened)


@router.post(
    "/session/factor/options", response=ChallengeOut, summary="A challenge for my passkeys"
)
def post_factor_options(request: HttpRequest) -> ChallengeOut:
    presence = require_presence(request, Step.FACTOR)
    return _challenge(
        begin_answer(
            person_id=presence.actor.id,
            site=_site(request),
            at=timezone.now(),
            address=client_address(request),
        )
    )


@router.post("/session/factor", response=SessionOut, summary="Give the second factor")
def post_factor(request: HttpRequest, response: HttpResponse, body: ProofIn) -> SessionOut:
    """The second step of signing in; for who is in already, a fresh confirmation."""
    return _prove(request, response, body, require_presence(request, Step.FACTOR))


@router.post("/session/confirm", response=SessionOut, summary="Confirm that it is still me")
def post_confirm(request: HttpRequest, response: HttpResponse, body: ProofIn) -> SessionOut:
    return _prove(request, response, body, require_presence(request))


@router.get("/me/factors", response=FactorsOut, summary="My second factors")
def get_factors(request: HttpRequest) -> FactorsOut:
    presence = require_presence(request, Step.ENROL)
    card = factors_card(presence.actor.id or 0)
    return FactorsOut(
        totp_since=card.totp_since,
        totp_last_used_at=card.totp_last_used_at,
        passkeys=[
            PasskeyOut(
                id=key.id, name=key.name, created_at=key.created_at, last_used_at=key.last_used_at
            )
            for key in card.passkeys
        ],
        recovery_codes_left=card.recovery_codes_left,
    )


@router.post("/me/totp", response=EnrolmentOut, summary="Begin with a code generator")
def post_totp(request: HttpRequest, response: HttpResponse) -> EnrolmentOut:
    presence = _may_add(request)
    begun = begin_totp(person_id=presence.actor.id or 0, at=timezone.now())
    response["Cache-Control"] = "no-store"
    return EnrolmentOut(secret=begun.secret, uri=begun.uri, picture=begun.picture)


@router.post("/me/totp/confirm", response=AddedOut, summary="The first code of the generator")
def post_totp_confirm(request: HttpRequest, response: HttpResponse, body: CodeIn) -> AddedOut:
    presence = _may_add(request)
    codes = confirm_totp(person_id=presence.actor.id or 0, code=body.code, at=timezone.now())
    return _added(request, response, presence, codes, "totp")


@router.delete("/me/totp", response={204: None}, summary="Give the code generator up")
def delete_totp(request: HttpRequest) -> Status[None]:
    presence = require_recent_factor(request)
    remove_factor(
        person_id=presence.actor.id or 0, factor="totp", passkey_id=None, at=timezone.now()
    )
    return Status(204, None)


@router.post("/me/passkeys/options", response=ChallengeOut, summary="Begin to add a passkey")
def post_passkeys_options(request: HttpRequest) -> ChallengeOut:
    presence = _may_add(request)
    return _challenge(
        begin_passkey(
            person_id=presence.actor.id or 0,
            site=_site(request),
            at=timezone.now(),
            address=client_address(request),
        )
    )


@router.post("/me/passkeys", response=AddedOut, summary="Add a passkey")
def post_passkeys(request: HttpRequest, response: HttpResponse, body: PasskeyIn) -> AddedOut:
    presence = _may_add(request)
    codes = add_passkey(
        person_id=presence.actor.id or 0,
        ceremony_id=body.ceremony_id,
        credential=body.credential,
        name=body.name,
        site=_site(request),
        at=timezone.now(),
    )
    return _added(request, response, presence, codes, "passkey")


@router.delete("/me/passkeys/{passkey_id}", response={204: None}, summary="Give a passkey up")
def delete_passkey(request: HttpRequest, passkey_id: int) -> Status[None]:
    presence = require_recent_factor(request)
    remove_factor(
        person_id=presence.actor.id or 0,
        factor="passkey",
        passkey_id=passkey_id,
        at=timezone.now(),
    )
    return Status(204, None)


@router.post("/me/recovery-codes", response=CodesOut, summary="Fresh recovery codes")
def post_recovery_codes(request: HttpRequest, response: HttpResponse) -> CodesOut:
    presence = require_recent_factor(request)
    response["Cache-Control"] = "no-store"
    codes = make_recovery_codes(person_id=presence.actor.id or 0, at=timezone.now())
    return CodesOut(recovery_codes=codes)


@router.delete(
    "/people/{person_id}/factors", response={204: None}, summary="Remove somebody's factors"
)
def delete_factors_of(request: HttpRequest, person_id: int) -> Status[None]:
    actor = require_duty(request, Duty.SECURITY)
    require_recent_factor(request)
    remove_factors_of(person_id=person_id, actor=actor, at=timezone.now())
    return Status(204, None)


def _prove(
    request: HttpRequest, response: HttpResponse, body: ProofIn, presence: Presence
) -> SessionOut:
    now, address = timezone.now(), client_address(request)
    if body.credential is not None:
        take_answer(
            ceremony_id=body.ceremony_id or "",
            credential=body.credential,
            site=_site(request),
            at=now,
            person_id=presence.actor.id,
        )
        proved = "passkey"
    elif body.code is not None or body.recovery_code is not None:
        proved = prove_with_code(
            presence=presence,
            code=body.code or body.recovery_code or "",
            recovery=body.code is None,
            at=now,
            address=address,
        )
    elif body.password is not None and presence.step is Step.DONE:
        proved = prove_with_password(
            presence=presence, password=body.password, at=now, address=address
        )
    else:
        raise BadInput("No proof was sent.", field="code", remedy="Send a code or a passkey.")
    opened = go_on(presence=presence, proved=proved, at=now)
    return (
        answer_again(request, response)
        if opened is None
        else answer_with(request, response, opened)
    )


def _may_add(request: HttpRequest) -> Presence:
    """Whoever must enrol now, or is in and has just proved that it is them."""
    presence = require_presence(request, Step.ENROL)
    return presence if presence.step is Step.ENROL else require_recent_factor(request)


def _added(
    request: HttpRequest,
    response: HttpResponse,
    presence: Presence,
    codes: list[str],
    factor: str,
) -> AddedOut:
    response["Cache-Control"] = "no-store"
    if presence.step is Step.ENROL:
        opened = advance(session_id=presence.session_id or 0, at=timezone.now(), proved=factor)
        return AddedOut(recovery_codes=codes, session=answer_with(request, response, opened))
    return AddedOut(recovery_codes=codes, session=answer_again(request, response))


def _challenge(begun: Challenge) -> ChallengeOut:
    return ChallengeOut(ceremony_id=begun.ceremony_id, options=begun.options)


def _site(request: HttpRequest) -> Site:
    host = request.get_host()
    scheme = "https" if request.is_secure() else "http"
    return Site(rp_id=urlsplit(f"//{host}").hostname or host, origin=f"{scheme}://{host}")
