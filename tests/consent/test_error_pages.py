"""CC-12 on the pages that are shown when nothing can be asked of the database."""

from policesite.forces.sites import site_without_database
from policesite.pages.views import bad_request, server_error


def test_cc12_an_error_page_asks_nobody_and_honours_no_older_yes(rf):
    assert not hasattr(site_without_database(), "consentsettings")
    for view in (bad_request, server_error):
        assert 'data-consent-v=""' in view(rf.get("/")).content.decode()
