"""Structured logs: one JSON object a line, with the request's id, without personal data."""

from __future__ import annotations

import logging
import os
from contextvars import ContextVar
from typing import Any

from pythonjsonlogger.json import JsonFormatter

from chengmai.kernel.masks import mask_numbers_in

_request_id: ContextVar[str] = ContextVar("request_id", default="")


def current_request_id() -> str:
    """The id of the request being answered; empty outside of one."""
    return _request_id.get()


def set_request_id(request_id: str) -> None:
    """Say which request is being answered from here on in this thread or task."""
    _request_id.set(request_id)


class JsonLines(JsonFormatter):
    """Time in UTC, level, logger, message, request id and what `extra` gave."""

    def __init__(self) -> None:
        super().__init__(
            "%(levelname)s %(name)s %(message)s",
            rename_fields={"levelname": "level", "name": "logger"},
            timestamp="time",
            json_ensure_ascii=False,
        )

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        super().add_fields(log_data, record, message_dict)
        if request_id := _request_id.get():
            log_data["request_id"] = request_id
        # Libraries of others log errors whole, and an error may quote what somebody wrote.
        for name in ("message", "exc_info", "stack_info"):
            if isinstance(said := log_data.get(name), str):
                log_data[name] = mask_numbers_in(said)


def logging_settings() -> dict[str, Any]:
    """The value of LOGGING; CHENGMAI_LOG_LEVEL (default INFO) bounds what is said."""
    level = os.environ.get("CHENGMAI_LOG_LEVEL", "INFO")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "chengmai.kernel.logs.JsonLines"}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["lines"], "level": "WARNING"},
        "loggers": {
            "chengmai": {"level": level},
            "django.request": {"level": "CRITICAL"},
            "django.server": {"level": "CRITICAL"},
        },
    }
