"""What an API client may call, and the scope that opens it. What is not listed is closed to keys.

Addresses as the OpenAPI document writes them. Whoever adds an operation that systems should reach
adds a line here; nothing else opens it.
"""

from __future__ import annotations

from chengmai.identity.public import Scope

_READ_CASES = {"GET": Scope.CASES_READ}
_READ_CITY = {"GET": Scope.CITY_READ}

SCOPES: dict[str, dict[str, Scope]] = {
    "api/v1/cases/": {"GET": Scope.CASES_READ, "POST": Scope.CASES_REPORT},
    "api/v1/cases": {"GET": Scope.CASES_READ, "POST": Scope.CASES_REPORT},
    "api/v1/cases/standards": _READ_CASES,
    "api/v1/cases/today": _READ_CASES,
    "api/v1/cases/{case_id}": _READ_CASES,
    "api/v1/cases/{case_id}/timeline": _READ_CASES,
    "api/v1/city/calendar/{year}": _READ_CITY,
    "api/v1/city/classes": _READ_CITY,
    "api/v1/city/components": _READ_CITY,
    "api/v1/city/divisions": _READ_CITY,
    "api/v1/city/locate": _READ_CITY,
    "api/v1/city/map": _READ_CITY,
    "api/v1/city/search": _READ_CITY,
    "api/v1/media": {"POST": Scope.MEDIA_WRITE},
    "api/v1/organisations": {"GET": Scope.PEOPLE_READ},
    "media/{key}/{variant}": {"GET": Scope.MEDIA_READ},
    "tiles/{layer}/{z}/{x}/{y}.mvt": _READ_CITY,
}
