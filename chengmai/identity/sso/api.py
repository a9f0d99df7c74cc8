"""HTTP of single sign-on. The provider sends the browser to the page /sign-in/sso, which answers."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.identity.edge import client_address, require_duty, require_recent_factor
from chengmai.identity.models import Provider
from chengmai.identity.signin.api.session import SessionOut, answer_with, device_of
from chengmai.identity.sso.actions import begin_sso, finish_sso, set_provider
from chengmai.identity.sso.errors import ProviderNotFound
from chengmai.identity.words import Duty

router = Router(tags=["identity"])
_COOKIE = "chengmai_sso"
_INSIDE = re.compile(r"/(?![/\\])[^\s\\]*")


class ProviderOut(Schema):
    key: str
    name: str


class ProviderDetailOut(Schema):
    """The secret is never shown."""

    key: str
    name: str
    issuer: str
    client_id: str
    has_secret: bool
    claim: str
    scope: str
    second_factor: bool
    active: bool


class ProviderIn(Schema):
    name: str
    issuer: str
    client_id: str
    client_secret: str | None = None
    claim: str = "preferred_username"
    scope: str = "openid profile"
    second_factor: bool = False
    active: bool = True


class BeginIn(Schema):
    to: str = "/"


class BegunOut(Schema):
    address: str


class FinishIn(Schema):
    state: str
    code: str


class FinishedOut(Schema):
    to: str
    session: SessionOut


@router.get("/session/sso", response=list[ProviderOut], summary="Where else one may sign in")
def get_providers(request: HttpRequest) -> list[ProviderOut]:
    rows = Provider.objects.filter(active=True).order_by("name")
    return [ProviderOut(key=row.key, name=row.name) for row in rows]


@router.post("/session/sso/{key}", response=BegunOut, summary="Begin to sign in at a provider")
def post_begin(request: HttpRequest, response: HttpResponse, key: str, body: BeginIn) -> BegunOut:
    scheme = "https" if request.is_secure() else "http"
    begun = begin_sso(
        provider_key=key,
        redirect_uri=f"{scheme}://{request.get_host()}/sign-in/sso",
        to=body.to if _INSIDE.fullmatch(body.to) else "/",
        at=timezone.now(),
        address=client_address(request),
    )
    response.set_cookie(
        _COOKIE,
        begun.browser,
        max_age=600,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE or request.is_secure(),
        path="/api/v1/session/sso",
    )
    return BegunOut(address=begun.address)


@router.post("/session/sso", response=FinishedOut, summary="What the provider said")
def post_finish(request: HttpRequest, response: HttpResponse, body: FinishIn) -> FinishedOut:
    opened, to = finish_sso(
        state=body.state,
        code=body.code,
        browser=request.COOKIES.get(_COOKIE, ""),
        device=device_of(request),
        at=timezone.now(),
    )
    response.delete_cookie(_COOKIE, path="/api/v1/session/sso", samesite="Lax")
    return FinishedOut(to=to, session=answer_with(request, response, opened))


@router.get("/sign-in/providers", response=list[ProviderDetailOut], summary="The providers")
def get_provider_details(request: HttpRequest) -> list[ProviderDetailOut]:
    require_duty(request, Duty.SECURITY, Duty.AUDITOR)
    return [
        ProviderDetailOut(
            key=row.key,
            name=row.name,
            issuer=row.issuer,
            client_id=row.client_id,
            has_secret=bool(row.client_secret),
            claim=row.claim,
            scope=row.scope,
            second_factor=row.second_factor,
            active=row.active,
        )
        for row in Provider.objects.order_by("key")
    ]


@router.put("/sign-in/providers/{key}", response={204: None}, summary="Make or change a provider")
def put_provider(request: HttpRequest, key: str, body: ProviderIn) -> Status[None]:
    actor = require_duty(request, Duty.SECURITY)
    require_recent_factor(request)
    if not re.fullmatch(r"[a-z0-9-]{1,30}", key):
        raise ProviderNotFound("A provider's key is of small letters.", provider=key[:30])
    set_provider(key=key, actor=actor, **body.dict())
    return Status(204, None)
