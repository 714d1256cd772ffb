"""What can be set from outside is written down in one place."""

import re

from django.conf import settings


def test_the_example_lists_every_setting_that_is_read_from_the_environment():
    read = re.findall(r'\benv(?:\.\w+)?\("([A-Z_]+)"', (settings.BASE_DIR / "policesite/settings/shared.py").read_text())
    listed = re.findall(r"^#([A-Z_]+)=", (settings.BASE_DIR / ".env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(set(read))
    assert listed
