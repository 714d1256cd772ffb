"""The link to vacancies, and what is shown while it leads nowhere."""

import io
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.management import call_command

from staff_profiles import vacancies
from staff_profiles.models import DeadVacancy
from staff_profiles.vacancies import Answer, ask, check

from .conftest import profile_of
from .test_profiles import main_of

JOBS, OWN = "https://jobs.example/all", "https://jobs.example/analyst"
ADDRESS = "/staff-recognition/staff-week/role-9/"


@pytest.fixture
def profile(northants, campaign):
    northants.force.jobs_url = JOBS
    northants.force.save()
    return profile_of(campaign, 9, vacancies_url=OWN, helps="You are safer for it.")


def test_a_role_links_to_its_own_vacancies_and_falls_back_to_all_jobs_while_that_link_is_dead(client, profile):
    assert f'href="{OWN}">Current vacancies' in main_of(client, ADDRESS)
    assert "How this role helps you" in main_of(client, ADDRESS)
    for answer, shown in (
        (Answer(True, "It answers 404."), JOBS),
        (Answer(None, "It does not answer."), JOBS),
        (Answer(False), OWN),
        (Answer(None), OWN),
    ):
        assert list(check(lambda url, answer=answer: answer)) == [(OWN, answer)]
        content = main_of(client, ADDRESS)
        assert f'href="{shown}"' in content and ("All current vacancies" in content) == (shown == JOBS)


def test_without_any_address_nothing_is_offered(client, northants, campaign):
    profile_of(campaign, 9)
    assert "vacancies" not in main_of(client, ADDRESS)


def test_what_nobody_links_to_any_more_is_forgotten(profile):
    list(check(lambda url: Answer(True, "It answers 410.")))
    type(profile).objects.update(vacancies_url="")
    assert list(check()) == []
    assert not DeadVacancy.objects.exists()


def test_the_command_says_what_it_found(profile, monkeypatch):
    monkeypatch.setattr(vacancies.check, "__defaults__", (lambda url: Answer(True, "It answers 404."),))
    said = io.StringIO()
    call_command("check_vacancies", stdout=said)
    assert said.getvalue() == f"dead: {OWN} It answers 404.\n"


class _Jobs(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(int(self.path.strip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


def test_only_a_page_that_is_surely_gone_counts_as_dead(monkeypatch):
    server = HTTPServer(("127.0.0.1", 0), _Jobs)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    told = {code: ask(f"http://127.0.0.1:{server.server_port}/{code}").is_dead for code in (200, 404, 410, 403, 405, 500, 503)}
    server.shutdown()
    server.server_close()
    assert told == {200: False, 404: True, 410: True, 403: None, 405: None, 500: None, 503: None}
    assert ask(f"http://127.0.0.1:{server.server_port}/200").is_dead is None  # nobody listens there now

    def no_such_host(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_host)
    assert ask("http://no-such-host.example/").is_dead is True
    assert ask("http://[bad").is_dead is None
