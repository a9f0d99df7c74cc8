"""The one HTTP API: every domain's router under /api/v1. Composes, decides nothing."""

from __future__ import annotations

import importlib
import importlib.util
import json

from ninja import NinjaAPI

from chengmai import __version__
from chengmai.kernel.api import equip

ROUTERS = (
    ("", "chengmai.identity.api"),
    ("/media", "chengmai.kernel.media.api"),
    ("/kernel", "chengmai.kernel.backoffice"),
    ("/city", "chengmai.city.api"),
    ("/cases", "chengmai.cases.api"),
    ("/citizen", "chengmai.citizen.api"),
)

api = equip(
    NinjaAPI(
        title="Chengmai 城脉",
        version=__version__,
        description="Report, file, dispatch, handle, check and close what a city must mend.",
        docs_url=None,
        urls_namespace="api",
    )
)
for prefix, module in ROUTERS:
    if importlib.util.find_spec(module) is not None:
        api.add_router(prefix, importlib.import_module(module).router)


def openapi_text() -> str:
    """The OpenAPI document as the web keeps it: stable order, no host."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"
