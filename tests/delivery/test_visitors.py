"""The visitor's address: nobody can choose their own, and nobody shares the proxy's."""

import pytest

from policesite.delivery.visitors import visitor_address

PROXY = "10.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, None, PROXY),
        (0, "192.0.2.1", PROXY),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "192.0.2.1, 198.51.100.7", "198.51.100.7"),
        (1, "192.0.2.1,,198.51.100.7 ,", "198.51.100.7"),
        (2, "192.0.2.1, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (1, None, PROXY),
        (1, "", PROXY),
        (3, "198.51.100.7", "198.51.100.7"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(rf, settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    assert visitor_address(rf.get("/", REMOTE_ADDR=PROXY, **headers)) == address
