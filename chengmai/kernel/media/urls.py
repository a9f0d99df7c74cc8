"""Where files are seen."""

from django.urls import path

from chengmai.kernel.media.serving import serve_media

urlpatterns = [path("media/<str:key>/<str:variant>", serve_media)]
