"""What asks other people's servers once a day, beside the schedule."""

import subprocess
import sys
from datetime import date

from policesite.delivery.daily import Daily, start


class Process:
    """One that runs until it is told that it is over."""

    is_over = False

    def poll(self):
        return 0 if self.is_over else None


def test_links_to_vacancies_are_looked_after_once_a_day_by_themselves():
    started = []
    daily = Daily(lambda command: started.append(command) or Process())
    for _ in range(3):
        daily.look(date(2026, 11, 25))
    assert started == ["check_vacancies"]


def test_one_that_still_runs_the_next_day_is_not_started_again_beside_itself():
    started = []
    daily = Daily(lambda command: started.append(Process()) or started[-1])
    daily.look(date(2026, 11, 25))
    daily.look(date(2026, 11, 26))
    assert len(started) == 1
    started[0].is_over = True
    daily.look(date(2026, 11, 27))
    assert len(started) == 2


def test_a_command_is_started_as_a_process_that_ends_with_its_parent(monkeypatch):
    called = []
    monkeypatch.setattr(subprocess, "Popen", lambda call, cwd: called.append(call))
    start("check_vacancies")
    assert called[0][-3:] == [sys.executable, "manage.py", "check_vacancies"]
    assert called[0][1].endswith("processes.py")


def test_only_the_real_site_asks_anybody(settings):
    assert settings.RUNS_DAILY_COMMANDS is False
