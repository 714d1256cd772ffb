"""For working on the site: pages say what went wrong, and static files are served as they stand."""

from .demonstration import *  # noqa: F403
from .shared import STORAGES

DEBUG = True
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
