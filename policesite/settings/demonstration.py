"""The demonstration: production's ways on plain http, for this machine alone, with log-ins that everyone may know."""

from .shared import *  # noqa: F403
from .shared import ALLOWED_HOSTS, SECRET_KEY

SECRET_KEY = SECRET_KEY or "demonstration only: on this machine, with log-ins that everyone may know"
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
IS_DEMONSTRATION = True
