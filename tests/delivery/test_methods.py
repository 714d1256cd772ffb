"""An address that only takes forms, met by hand, or a form sent to a page that takes none."""

import pytest
from django.http import HttpResponseNotAllowed
from django.urls import reverse

from policesite.delivery.methods import explain_not_allowed

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.mark.parametrize(
    ("method", "address"),
    [("get", "/cookies/choose/"), ("get", "/leave/"), ("post", "/cookies/"), ("post", "/search/"), ("delete", "/feedback/"), ("post", "/robots.txt")],
)
def test_qe1_a_method_that_an_address_does_not_take_is_answered_with_the_sites_own_page(client, northants, method, address):
    answer = getattr(client, method)(address, **SAME)
    content = answer.content.decode()
    assert answer.status_code == 405 and answer["Allow"]
    assert int(answer["Content-Length"]) == len(answer.content)
    assert "This address cannot be used like that" in content and "data-leave" in content and "Call 999" in content
    assert '<head>\n<meta charset="utf-8">\n<script>(function (page, tab)' in content
    assert "sha256-" in answer["Content-Security-Policy"]
    assert not answer.cookies


def test_a_head_request_stays_without_a_body(client, northants):
    answer = client.head("/leave/")
    assert (answer.status_code, answer.content) == (405, b"")


def test_staff_addresses_keep_their_own_answer(rf):
    answer = explain_not_allowed(lambda request: HttpResponseNotAllowed(["POST"]))(rf.get(reverse("wagtailadmin_home")))
    assert (answer.status_code, answer.content) == (405, b"")
