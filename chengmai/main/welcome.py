"""What the sign-in page of a demo city may say: its accounts. A real city answers 404."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Schema

from chengmai.kernel.errors import NotFound

router = Router(tags=["identity"])


class DemoAccountOut(Schema):
    username: str
    password: str
    words: str


@router.get("/session/demo", response=list[DemoAccountOut], summary="The accounts of a demo city")
def get_demo_accounts(request: HttpRequest) -> list[DemoAccountOut]:  # noqa: ARG001
    """Only where the process was started for a demo city."""
    if not settings.DEMO:
        raise NotFound("This is not a demo city.")
    from chengmai.main.demo import DEMO_ACCOUNTS

    return [
        DemoAccountOut(username=username, password=password, words=words)
        for username, password, words in DEMO_ACCOUNTS
    ]
