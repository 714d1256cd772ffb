"""The page that a web server shows while the site does not answer."""

import base64
import hashlib
import re

import pytest
from django.core.management import call_command

from policesite.delivery.security import headers_without_django
from policesite.quick_exit.models import QuickExitSettings


@pytest.fixture
def written(tmp_path, northants, elsewhere):
    QuickExitSettings.objects.create(site=elsewhere.site, destination_id="https://www.bbc.co.uk/food")
    call_command("write_maintenance_pages", tmp_path / "maintenance")
    return tmp_path / "maintenance"


def test_qe1_each_force_has_its_own_page_with_its_own_way_out(written):
    assert sorted(file.name for file in written.iterdir()) == ["default.html", "elsewhere.test.html", "headers.conf", "testserver.html"]
    assert 'data-exit="https://www.bbc.co.uk/food"' in (written / "elsewhere.test.html").read_text()
    assert "Elsewhere Police" in (written / "elsewhere.test.html").read_text()
    for name in ("default.html", "testserver.html"):
        assert 'data-exit="https://www.bbc.co.uk/weather"' in (written / name).read_text()


def test_qe1_qe2_the_exit_stands_first_in_it_and_the_headers_beside_it_allow_exactly_its_bytes(written):
    allowed = set(re.findall(r"'sha256-[^']+'", (written / "headers.conf").read_text()))
    for file in written.glob("*.html"):
        content = file.read_text()
        assert '<head>\n<meta charset="utf-8">\n<script>(function (page, tab)' in content
        scripts = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)
        assert {f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts} == allowed


def test_it_asks_nobody_about_cookies_and_leads_nowhere_that_would_rest_as_well(written):
    content = (written / "testserver.html").read_text()
    assert 'data-consent-v=""' in content
    assert "This website is resting for a moment" in content and "Call 999" in content
    assert "Where would you like to go?" not in content


def test_it_is_sent_with_the_headers_that_every_page_has(written, client, northants):
    page = client.get("/")
    for name, value in headers_without_django().items():
        assert f'add_header {name} "{value}" always;\n' in (written / "headers.conf").read_text()
        assert name == "Cache-Control" or page[name] == value, name


def test_writing_it_again_replaces_it_and_leaves_nothing_half_written(written):
    before = {file.name: file.read_text() for file in written.iterdir()}
    call_command("write_maintenance_pages", written)
    assert {file.name: file.read_text() for file in written.iterdir()} == before
