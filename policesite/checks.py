"""Our conventions, as system checks: `manage.py check` and every test run hold the code to them."""

import ast
import re
from pathlib import Path

from django.conf import settings
from django.core.checks import Error, register
from wagtail.models import get_page_models

FORBIDDEN_MODULES = {"utils", "helpers", "common", "core", "base", "misc", "mixins", "services"}
ROOMS = ("policesite", "news", "staff_profiles", "neighbourhoods", "enquiry_desks")
# JSON-LD is data; the head scripts come through the inline_script tag and are allowed by their hash.
_INLINE = re.compile(
    r"""<script(?![^>]*\bsrc=)(?![^>]*type="application/(?:ld\+)?json")[^>]*>|<style\b|\sstyle\s*=\s*["']|\son[a-z]+\s*=\s*["']|javascript:""",
    re.IGNORECASE,
)


@register
def page_types_say_where_they_stand(app_configs, **kwargs) -> list[Error]:
    """Every page type of ours names its parents, its children and its template, and has a card."""
    errors = []
    for model in get_page_models():
        if model._meta.app_label == "wagtailcore":
            continue
        for name in ("parent_page_types", "subpage_types", "template"):
            if name not in vars(model):
                errors.append(Error(f"{model.__name__} does not set {name}.", obj=model, id="policesite.E001"))
        if not hasattr(model, "card"):
            errors.append(Error(f"{model.__name__} has no card: make it a BasePage.", obj=model, id="policesite.E002"))
    return errors


@register
def modules_are_named_for_their_job(app_configs, **kwargs) -> list[Error]:
    return [
        Error(f"{path.relative_to(settings.BASE_DIR)}: name the module for what it does.", id="policesite.E003")
        for path in python_files()
        if path.stem in FORBIDDEN_MODULES or path.parent.name in FORBIDDEN_MODULES
    ]


@register
def one_clock(app_configs, **kwargs) -> list[Error]:
    """Only policesite/clock.py reads the real time."""
    return [
        Error(f"{path.relative_to(settings.BASE_DIR)}:{line}: ask policesite.clock for the time.", id="policesite.E004")
        for path in python_files()
        if path.name != "clock.py"
        for line in lines_that_read_the_time(path)
    ]


@register
def templates_hold_no_code(app_configs, **kwargs) -> list[Error]:
    """No inline script, style or handler: the Content-Security-Policy would refuse it, and only on the real site."""
    return [
        Error(f"{path.relative_to(settings.BASE_DIR)}: “{found[0].strip()[:60]}” is code inside a template.", id="policesite.E005")
        for path in sorted((settings.BASE_DIR / "templates").rglob("*.html"))
        for found in _INLINE.finditer(path.read_text(encoding="utf-8"))
    ]


def python_files() -> list[Path]:
    return [path for room in ROOMS for path in sorted((settings.BASE_DIR / room).rglob("*.py"))]


def lines_that_read_the_time(path: Path) -> list[int]:
    """Where a file calls timezone.now(), datetime.now(), utcnow(), date.today() or time.time()."""
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if ast.unparse(call.func) in _TIME_CALLS]


_TIME_CALLS = {
    f"{owner}.{name}"
    for owner in ("timezone", "datetime", "datetime.datetime", "date", "datetime.date", "time")
    for name in ("now", "utcnow", "today", "time", "localdate")
} - {"datetime.time"}
