"""Requests made from the OpenAPI document, so that a new address is tried by itself."""

import json

import pytest

from chengmai.citizen.tests.makers import VERSION
from chengmai.city.tests.makers import LAT, LON
from chengmai.main.api import openapi_text

DOCUMENT = json.loads(openapi_text())
# Honest values for what is no free text, so that the request gets as far as the texts.
KNOWN = {"lon": LON, "lat": LAT, "notice_version": VERSION, "score": 5, "source": "hotline",
         "move": "accept", "version": 1, "west": LON, "south": LAT, "east": LON, "north": LAT,
         "year": 2026, "day": "2026-05-01", "z": 14}  # fmt: skip


def operations():
    for path, methods in sorted(DOCUMENT["paths"].items()):
        for method, operation in sorted(methods.items()):
            if (method, path.rsplit("/", 1)[-1]) != ("delete", "session"):
                yield pytest.param(path, method, operation, id=f"{method} {path}")


def resolved(schema):
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def filled(schema, text, honest, name=""):
    """A value of this schema in which every text is `text`, but for the honest ones."""
    schema, known = resolved(schema), honest if "number" in honest else KNOWN | honest
    if name in known:
        return known[name]
    for choices in ("anyOf", "allOf", "oneOf"):
        if choices in schema:
            return filled(schema[choices][0], text, honest, name)
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        return {
            key: filled(part, text, honest, key)
            for key, part in schema.get("properties", {}).items()
        }
    if kind == "string" and "examples" in schema:
        return schema["examples"][0]
    if kind == "string":
        if schema.get("format") in ("date", "date-time"):
            return "2026-05-01T08:00:00Z"[: 10 if schema["format"] == "date" else None]
        if schema.get("format") == "time":
            return "08:00:00"
        return text[: schema.get("maxLength", 10_000)]
    if kind in ("integer", "number"):
        return honest.get(kind, 1)
    return {"array": [], "boolean": False}.get(kind, text)


def request(client, path, method, operation, text, honest, body=None):
    """Ask with hostile text in every parameter and in every text of the body, or with this body."""
    query = {}
    for parameter in operation.get("parameters", ()):
        name, schema = parameter["name"], parameter["schema"]
        value = filled(schema, text, honest, name)
        if parameter["in"] == "path":
            path = path.replace(f"{{{name}}}", str(value).replace("/", "%2F").replace("%", "%25"))
        elif value is not None:
            query[name] = value
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" in content:
        whole = filled(content["application/json"]["schema"], text, honest)
        body = whole | (body or {}) if isinstance(whole, dict) else body or whole
        return client.generic(
            method.upper(), path, json.dumps(body), content_type="application/json",
            query_params=query,
        )  # fmt: skip
    if "multipart/form-data" in content and body is not None:
        return client.post(path, body, query_params=query)
    return client.generic(method.upper(), path, query_params=query)
