"""Every address of the web process."""

from __future__ import annotations

import importlib
import importlib.util

from django.urls import URLPattern, URLResolver, include, path

from chengmai.main.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
]
for module in ("chengmai.kernel.health", "chengmai.kernel.media.urls", "chengmai.city.urls"):
    if importlib.util.find_spec(module) is not None:
        urlpatterns.append(path("", include(module)))
