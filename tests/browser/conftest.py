"""A real Chromium, looking at the demonstration site as a person would."""

import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from .stage import Stage

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "No Chromium was found: `make test` installs it, or name one in CHROMIUM."
    return {"executable_path": path, "args": FLAGS, "ignore_default_args": ["--disable-back-forward-cache"]}


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()


@pytest.fixture(scope="module")
def module_stage(demo_site):
    stage = Stage(demo_site)
    yield stage
    stage.clear()


@pytest.fixture
def stage(module_stage) -> Stage:
    module_stage.set()
    return module_stage
