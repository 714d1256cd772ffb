"""The tests: as the demonstration, with quick passwords and throw-away uploads."""

import tempfile
from pathlib import Path

from .demonstration import *  # noqa: F403
from .demonstration import ALLOWED_HOSTS
from .shared import DATABASES, STORAGES

ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver", "elsewhere.test"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="policesite-test-media-"))
FINDER_RATE_PER_MINUTE = 0  # many tests ask from one address; those of the limit set one
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
# A pool holds connections open, and a test database can't be dropped while anyone is in it.
DATABASES["default"]["OPTIONS"].pop("pool")
# Nor may it wait only five seconds: on a busy machine, making and dropping one takes longer.
DATABASES["default"]["OPTIONS"].pop("options")
