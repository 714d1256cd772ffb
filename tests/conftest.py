"""What every test may ask for."""

import io
import os
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import connections
from PIL import Image
from wagtail.models import Page, Site

from policesite.forces.models import Force
from policesite.images.models import SiteImage
from policesite.pages.models import HomePage
from tests.postgres import migrated_template

# Playwright leaves an event loop running in the process once a browser test has run there; Django would then refuse every query.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> None:
    """Have pytest-django copy its test database from the template; it still runs the migrations that may be lacking."""
    connections["default"].settings_dict["TEST"]["TEMPLATE"] = migrated_template()


def build_site(code: str, hostname: str, *, default: bool = False) -> SimpleNamespace:
    """A force with its own Site and home page: `.site`, `.force`, `.home`."""
    root = Page.objects.get(depth=1)
    home = HomePage(
        title="Home", slug=f"home-{code}", summary="Your police, close to home.", hero_lede="Meet the officers who look after your streets."
    )
    root.add_child(instance=home)
    home.save_revision().publish()
    site = Site.objects.create(hostname=hostname, root_page=home, is_default_site=default, site_name=code)
    force = Force.objects.create(site=site, code=code, name=f"{code.title()} Police", county=code.title())
    return SimpleNamespace(site=site, force=force, home=HomePage.objects.get(pk=home.pk))


@pytest.fixture
def northants(db):
    """The force that answers to every host name in a test."""
    return build_site("northamptonshire", "testserver", default=True)


@pytest.fixture
def elsewhere(northants):
    """A second force on the same installation: nothing of it may show on the first."""
    return build_site("elsewhere", "elsewhere.test")


def publish(parent, page):
    """Add `page` under `parent` and publish it the way an editor does; returns it fresh from the database."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def colleague(role: str, *named, **about):
    """Somebody new who has this role; the rest is as for `create_user`."""
    user = get_user_model().objects.create_user(*named, **about)
    user.groups.add(Group.objects.get(name=role))
    return user


def picture_bytes(width=64, height=48, format="PNG", **save) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (width, height), "#12285c").save(drawn, format, **save)
    return drawn.getvalue()


@pytest.fixture
def picture(db):
    """An uploaded picture that nothing uses yet."""
    return SiteImage.objects.create(
        title="Front office", description="The front office at dusk.", file=ContentFile(picture_bytes(), name="office.png")
    )


def pytest_terminal_summary(terminalreporter):
    """Say loudly that nobody pressed a real key: without it the exit is only half tested."""
    reasons = {report.longrepr[2] for report in terminalreporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)}
    for reason in sorted(reason for reason in reasons if "REAL KEYS" in reason):
        terminalreporter.write_sep("!", reason.removeprefix("Skipped: "), red=True, bold=True)
