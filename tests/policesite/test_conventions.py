"""The conventions of the house, and that the checks which hold them really fail."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command
from django.forms.widgets import DateTimeBaseInput
from django.urls import get_resolver

from policesite import checks


def test_every_check_passes():
    assert run_checks() == []


def test_imports_only_point_down():
    done = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize(
    "code",
    [
        '<p style="color: red">',
        "<p style='color: red'>",
        '<a onclick="go()">',
        "<script>go()</script>",
        '<script type="module">go()</script>',
        "<style>p{}</style>",
        '<a href="javascript:go()">',
        '<p\nstyle = "x">',
    ],
)
def test_code_inside_a_template_is_found(code):
    assert checks._INLINE.search(code)


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="/static/js/site.js" type="module"></script>',
        '<script type="application/ld+json">{}</script>',
        '<p class="style" data-only="1">',
        "{% inline_script 'x.js' %}",
    ],
)
def test_plain_markup_and_data_are_not(markup):
    assert not checks._INLINE.search(markup)


@pytest.mark.parametrize(
    "call", ["timezone.now()", "datetime.now()", "datetime.datetime.utcnow()", "date.today()", "time.time()", "timezone.localdate()"]
)
def test_reading_the_time_anywhere_else_is_found(tmp_path, call):
    file = tmp_path / "news.py"
    file.write_text(f"x = 1\nif x:\n    y = {call}\n")
    assert checks.lines_that_read_the_time(file) == [3]


def test_asking_the_one_clock_is_not(tmp_path):
    file = tmp_path / "news.py"
    file.write_text("x = clock.now()\ny = clock.today()\nz = datetime.time(9)\n")
    assert checks.lines_that_read_the_time(file) == []


def test_no_module_is_a_drawer():
    assert not [path for path in checks.python_files() if path.stem in checks.FORBIDDEN_MODULES]


def test_settings_are_three_hundred_lines_together():
    assert sum(len(path.read_text().splitlines()) for path in (settings.BASE_DIR / "policesite/settings").glob("*.py")) <= 300


def test_the_environment_is_read_in_one_file():
    readers = [
        path.relative_to(settings.BASE_DIR).as_posix()
        for path in checks.python_files()
        if "os.environ" in path.read_text() or "getenv" in path.read_text()
    ]
    # These run before, or outside, any settings.
    assert set(readers) <= {"policesite/wsgi.py", "policesite/bootstrap.py", "policesite/localdb.py", "policesite/serve.py"}, readers


READS = {"date": "%Y-%m-%d", "datetime-local": "%Y-%m-%dT%H:%M", "time": "%H:%M"}  # what a browser's own field takes: else it stays empty


def test_a_browser_s_own_field_for_a_day_or_a_time_shows_what_is_in_the_form():
    moment, shown = datetime(2026, 11, 25, 7, 30), []
    get_resolver().url_patterns  # noqa: B018  imports every form
    for form in every_subclass(forms.BaseForm):
        for name, field in getattr(form, "base_fields", {}).items():
            kind = field.widget.attrs.get("type", getattr(field.widget, "input_type", ""))
            if kind in READS and isinstance(field.widget, DateTimeBaseInput):
                shown.append(name)
                assert field.widget.format_value(moment) == moment.strftime(READS[kind]), f"{form.__name__}.{name}"
    assert {"on", "chosen", "opens", "moment"} <= set(shown)


def every_subclass(of: type) -> set[type]:
    return {below for each in of.__subclasses__() for below in (each, *every_subclass(each))}
