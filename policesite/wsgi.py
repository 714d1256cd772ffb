"""The door that gunicorn comes in by."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "policesite.settings.production")
application = get_wsgi_application()
