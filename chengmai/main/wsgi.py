"""The web process: the API under WSGI, served by granian."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
django_application = get_wsgi_application()

from chengmai.city.middleware import with_kept_tiles  # noqa: E402 (needs the set-up applications)

application = with_kept_tiles(django_application)
