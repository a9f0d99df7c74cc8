"""Where tiles are fetched."""

from django.urls import path

from chengmai.city.atlas.serving import serve_tile

urlpatterns = [path("tiles/<slug:layer>/<int:z>/<int:x>/<int:y>.mvt", serve_tile)]
