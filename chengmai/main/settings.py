"""Settings, all from the environment; every default is safe for a real deployment."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from chengmai.kernel.logs import logging_settings

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("CHENGMAI_VAR", ROOT / "var"))


def _secret() -> str:
    """The signing key: given, or made once by `script/up` and kept in var/ with mode 600."""
    given = os.environ.get("CHENGMAI_SECRET")
    kept = VAR / "secret"
    if given:
        return given
    if kept.exists():
        return kept.read_text().strip()
    return os.urandom(32).hex()


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.contrib.gis.db.backends.postgis",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }


def _media_store() -> dict[str, object]:
    """The store of files: one place, or a second one for closed years (decision 0111)."""
    if not MEDIA_COLD:
        return _warm_store()
    cold = {"location": MEDIA_COLD, "file_permissions_mode": 0o640}
    return {
        "BACKEND": "chengmai.kernel.media.cold.TwoPlaces",
        "OPTIONS": {
            "warm": _warm_store(),
            "cold": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": cold},
        },
    }


def _warm_store() -> dict[str, object]:
    endpoint = os.environ.get("CHENGMAI_S3_ENDPOINT")
    if not endpoint:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": MEDIA_ROOT, "file_permissions_mode": 0o640},
        }
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "endpoint_url": endpoint,
            "bucket_name": os.environ.get("CHENGMAI_S3_BUCKET", "chengmai"),
            "access_key": os.environ.get("CHENGMAI_S3_KEY", ""),
            "secret_key": os.environ.get("CHENGMAI_S3_SECRET", ""),
            "region_name": os.environ.get("CHENGMAI_S3_REGION", "us-east-1"),
            "addressing_style": "path",
            "default_acl": None,
            "file_overwrite": True,
        },
    }


SECRET_KEY = _secret()
DEBUG = False
DEMO = os.environ.get("CHENGMAI_DEMO", "") == "1"
ALLOWED_HOSTS = os.environ.get("CHENGMAI_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")

# The web process listens on the loopback only, behind Caddy, which sets this header itself.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = os.environ.get("CHENGMAI_SECURE", "") == "1"

DATABASE_URL = os.environ.get(
    "DATABASE_URL", "postgresql://chengmai:chengmai@127.0.0.1:15432/chengmai"
)
NATS_URL = os.environ.get("NATS_URL", "nats://127.0.0.1:14222")

DATABASES = {
    "default": {
        **_database(DATABASE_URL),
        # Seconds that a thread keeps its connection. The web's few threads keep theirs: fetching
        # one from a pool and registering its types took a tenth of a request.
        "CONN_MAX_AGE": int(os.environ.get("CHENGMAI_DB_KEEP", 0)),
        "CONN_HEALTH_CHECKS": False,
        # Values travel beside the statement: half the database's time of pasting them into it.
        # A value whose type nothing tells needs a cast (`%s::text`).
        "OPTIONS": {"server_side_binding": True},
        "TEST": {"NAME": f"test_{os.environ.get('CHENGMAI_TEST_NAME', 'chengmai')}"},
    }
}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.gis",
    "procrastinate.contrib.django",
    "pgtrigger",
    "chengmai.kernel",
    "chengmai.kernel.media",
    "chengmai.kernel.exports",
    "chengmai.identity",
    "chengmai.notices",
    "chengmai.city",
    "chengmai.city.census",
    "chengmai.city.addresses",
    "chengmai.city.faults",
    "chengmai.cases",
    "chengmai.citizen",
]
MIDDLEWARE = [
    "chengmai.kernel.edge.EdgeMiddleware",
    "chengmai.kernel.rates.RateMiddleware",
    "chengmai.identity.middleware.ActorMiddleware",
]
# A bench that asks as one address thousands of times a second sets CHENGMAI_RATE_LIMITS=off.
RATE_LIMITS = os.environ.get("CHENGMAI_RATE_LIMITS", "on") != "off"
ROOT_URLCONF = "chengmai.main.urls"
WSGI_APPLICATION = "chengmai.main.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

LOGGING = logging_settings()

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LEDGER_HASH = os.environ.get("CHENGMAI_LEDGER_HASH", "sm3")

# What people send lies in a local folder, or in an S3-compatible store where one is named.
MEDIA_ROOT = os.environ.get("CHENGMAI_MEDIA", str(VAR / "media"))
# A folder on slower disks for the files of closed years; `chengmai archive year` moves them there.
MEDIA_COLD = os.environ.get("CHENGMAI_MEDIA_COLD", "")
MEDIA_KEEP_UNTOUCHED = os.environ.get("CHENGMAI_MEDIA_KEEP_UNTOUCHED", "") == "1"
STORAGES = {"media": _media_store(), "default": _media_store()}

# The facts of the ledger travel in this JetStream stream; tests use streams of their own.
FACT_STREAM = os.environ.get("CHENGMAI_FACT_STREAM", "FACTS")
FACT_STREAM_BYTES = int(os.environ.get("CHENGMAI_FACT_STREAM_BYTES", 2 * 1024**3))

# Where backups go (a folder or s3://bucket/prefix), and the passphrase that seals them.
BACKUP_TO = os.environ.get("CHENGMAI_BACKUP_TO", "")
# Where a copy of each anchor of the ledger is posted, outside this machine.
ANCHOR_URL = os.environ.get("CHENGMAI_ANCHOR_URL", "")

# Work for the queue that does not lie in a domain's own tasks.py.
PROCRASTINATE_IMPORT_PATHS = [
    "chengmai.cases.intake.tasks",
    "chengmai.city.addresses.tasks",
    "chengmai.city.faults.tasks",
    "chengmai.identity.signin.tasks",
    "chengmai.main.backup.tasks",
]
# A worker that is only slow (a database that hung) is not taken for dead: kernel.jobs.
PROCRASTINATE_WORKER_DEFAULTS = {"stalled_worker_timeout": 120}

# Which operations an API client may call, and with which scope: closed where it says nothing.
API_SCOPES = "chengmai.main.scopes.SCOPES"

# The modules that list the layers of the one map, in drawing order.
MAP_LAYERS = ["chengmai.city.layers", "chengmai.cases.layers", "chengmai.city.faults.layers"]

# Columns that are found blindly (kernel.reindexing).
BLIND_INDEXES = [
    "chengmai.identity.actions.contacts.INDEXES",
    "chengmai.identity.factors.actions.codes.INDEXES",
    "chengmai.notices.actions.choosing.INDEXES",
]

# What is kept for a term only (kernel.retention).
KEEPERS = [
    "chengmai.kernel.tasks.KEEPERS",
    "chengmai.kernel.exports.tasks.KEEPERS",
    "chengmai.city.faults.tasks.KEEPERS",
    "chengmai.cases.desk.tasks.KEEPERS",
    "chengmai.citizen.tasks.KEEPERS",
    "chengmai.notices.tasks.KEEPERS",
]
