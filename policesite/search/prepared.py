"""Questions whose SQL is written once a process: with all the rules of what is public Django takes some 4 ms for one, and filling it in none."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache

from django.db.models import QuerySet
from wagtail.models import Site

from policesite import clock

Ask = Callable[[Site], QuerySet]

# Stands in for the moment, and its day for the day, while a question is written.
_MOMENT = datetime(2999, 12, 31, 12, tzinfo=UTC)


def prepared(ask: Ask, site: Site) -> tuple[str, list]:
    """The SQL and the values of `ask(site)` as of now. It may look at the site and the clock, and at nothing else that changes."""
    sql, values = _written(ask, _Asked(site))
    filled_in = {_MOMENT: clock.now(), _MOMENT.date(): clock.today()}
    return sql, [filled_in.get(value, value) if isinstance(value, date) else value for value in values]


class _Asked:
    """A site for which a question is written: another one where its root page has moved, or another force has it."""

    def __init__(self, site: Site):
        self.site = site
        self.key = (site.pk, site.root_page.path, site.root_page.url_path, getattr(getattr(site, "force", None), "pk", None))

    def __eq__(self, other):
        return self.key == other.key

    def __hash__(self):
        return hash(self.key)


@lru_cache(maxsize=128)
def _written(ask: Ask, asked: _Asked) -> tuple[str, tuple]:
    with clock.at(_MOMENT):
        return ask(asked.site).query.sql_with_params()
