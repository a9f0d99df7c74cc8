"""Every address of the web process."""

from __future__ import annotations

from django.urls import include, path

from chengmai.main.api import api

urlpatterns = [
    path("api/v1/", api.urls),
    path("", include("chengmai.kernel.health")),
    path("", include("chengmai.kernel.media.urls")),
    path("", include("chengmai.city.urls")),
]
