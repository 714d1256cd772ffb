"""The project package."""

from django.utils import timezone

from . import clock

# Wagtail stamps what it publishes with Django's clock; as of another minute it must be that minute's. Here, before any
# model takes it as a default.
timezone.now = clock.now
