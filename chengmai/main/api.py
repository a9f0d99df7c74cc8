"""The one HTTP API: every domain's router under /api/v1. Composes, decides nothing."""

from __future__ import annotations

import json
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from chengmai import __version__
from chengmai.cases.api import router as cases
from chengmai.citizen.api import privacy
from chengmai.citizen.api import router as citizen
from chengmai.city.api import router as city
from chengmai.identity.api import router as identity
from chengmai.kernel.api import JsonBodies, Problem, equip
from chengmai.kernel.exports.api import router as exports
from chengmai.kernel.media.api import router as media
from chengmai.main.backoffice import router as backoffice
from chengmai.main.status import router as status
from chengmai.main.tables.api import router as tables
from chengmai.main.tables.sheets import router as sheets
from chengmai.main.welcome import router as welcome
from chengmai.notices.api import router as notices

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What an address that hands out a file, and no shape of ours, says of it.
FILES = {
    ".xlsx": XLSX, "/sheet": XLSX, ".pdf": "application/pdf", ".csv": "text/csv",
    "/print": "application/json", "/file": "*/*",
}  # fmt: skip


class CityAPI(NinjaAPI):
    """The API, whose document also tells how every address refuses."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        """The document; each operation may answer any 4XX as problem+json."""
        document = super().get_openapi_schema(**given)
        document["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        document["components"]["responses"] = {
            "Refusal": {
                "description": "Refused; `code` is stable, `facts` name the field and the remedy.",
                "content": {
                    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                },
            }
        }
        for path, methods in document["paths"].items():
            for operation in methods.values():
                for answer in operation["responses"].values():
                    if "content" not in answer and (kind := _kind_of_file(path)):
                        answer["content"] = {kind: {}}
                operation["responses"] = {
                    str(status): answer for status, answer in operation["responses"].items()
                } | {"4XX": {"$ref": "#/components/responses/Refusal"}}
        return document


api = equip(
    CityAPI(
        title="Chengmai 城脉",
        version=__version__,
        description="Report, file, dispatch, handle, check and close what a city must mend.",
        docs_url=None,
        urls_namespace="api",
        parser=JsonBodies(),
    )
)
# Addresses are tried in this order: the busiest first.
api.add_router("/cases", cases)
api.add_router("/citizen", citizen)
api.add_router("/privacy", privacy)
api.add_router("/media", media)
api.add_router("/exports", exports)
api.add_router("/city", city)
api.add_router("/notices", notices)
api.add_router("", identity)
api.add_router("", welcome)
api.add_router("/kernel", backoffice)
api.add_router("", status)
api.add_router("/tables", tables)
api.add_router("/tables", sheets)


def _kind_of_file(path: str) -> str:
    return next((kind for end, kind in FILES.items() if path.endswith(end)), "")


def openapi_text() -> str:
    """The OpenAPI document as the web keeps it: stable order, no host."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"
