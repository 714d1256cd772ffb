"""Commands that run once a day beside the schedule, each in a process of its own.

What waits for other people's servers must never hold up a release, nor stand inside a transaction; so it is no item of the
hook `due_items`. A room names its command by the hook `daily_commands`: docs/adr/0055.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date

from django.conf import settings
from wagtail import hooks

from .processes import __file__ as processes


def start(command: str) -> subprocess.Popen:
    """`manage.py COMMAND`, which ends when the schedule does."""
    call = [sys.executable, processes, str(os.getpid()), sys.executable, "manage.py", command]
    return subprocess.Popen(call, cwd=settings.BASE_DIR)


class Daily:
    """Starts each command at the first look of a day, and never twice at once."""

    def __init__(self, start: Callable[[str], subprocess.Popen] = start):
        self.start, self.day, self.running = start, None, {}

    def look(self, today: date) -> None:
        self.running = {command: process for command, process in self.running.items() if process.poll() is None}
        if today == self.day:
            return
        self.day = today
        for command in (command for commands in hooks.get_hooks("daily_commands") for command in commands()):
            if command not in self.running:
                self.running[command] = self.start(command)
