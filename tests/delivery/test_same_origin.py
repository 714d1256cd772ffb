"""Forms without a token: who may send one."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from policesite.delivery.same_origin import same_origin


@same_origin
def view(request):
    return HttpResponse("done")


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}, {"sec-fetch-site": "same-origin", "origin": "null"}],
)
def test_our_own_page_may(rf, headers):
    assert view(rf.post("/", headers=headers)).content == b"done"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "http://evil.example"},
        {"origin": "https://testserver"},
        {"origin": "http://testserver:81"},
        {"origin": "null"},
        {"origin": "http://["},
        {"origin": "http://testserver.evil.example"},
        {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
    ],
)
def test_nobody_else_may(rf, headers):
    with pytest.raises(PermissionDenied):
        view(rf.post("/", headers=headers))


def test_reading_is_for_everyone(rf):
    assert view(rf.get("/")).content == b"done"
