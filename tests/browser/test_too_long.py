"""A request that is too long to read never reaches Django: the server answers it with the site's own page."""

import urllib.error
import urllib.request

import pytest


def test_an_address_that_is_too_long_gets_a_page_in_plain_words_with_the_exit_on_it(demo_site):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{demo_site}/search/?q={'a' * 10_000}", timeout=20)
    page = refused.value.read().decode()
    assert refused.value.code == 400
    assert "We could not read that" in page and "data-leave" in page
    assert "default-src 'none'" in refused.value.headers["Content-Security-Policy"]
