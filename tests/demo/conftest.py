"""A look into the demonstration site's own database."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction

from tests.demo_site import DATABASE


@pytest.fixture
def demo_database(demo_site, django_db_blocker):
    """The ORM reads the demonstration's database during the test; whatever the test writes is rolled back."""
    with django_db_blocker.unblock():
        usual = connection.settings_dict["NAME"]
        try:
            _use(DATABASE)
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
        finally:
            _use(usual)


def _use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()  # ids differ from one database to the next
    cache.clear()
