"""The addresses of media alone, for its tests."""

from django.urls import include, path
from ninja import NinjaAPI

from chengmai.kernel.api import equip
from chengmai.kernel.media.api import router

api = equip(NinjaAPI(urls_namespace="media-tests", docs_url=None))
api.add_router("/media", router)
urlpatterns = [path("api/v1/", api.urls), path("", include("chengmai.kernel.media.urls"))]
