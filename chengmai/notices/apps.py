"""Wiring of notices."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "chengmai.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
