"""Which area covers a point that a program asks about: the rule of geometry.py, for one point at a time.

Each process keeps the shapes of a site prepared. One statement says before each answer whether they are still the
public areas' own: the coordinates that were asked about never reach the database. Shapely is loaded at the first such
question, and by no page.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import F, Value
from django.db.models.functions import MD5, Concat
from wagtail.models import Site

from .models import NeighbourhoodPage


class Ground:
    """Areas ready to be asked, the smallest first: where several cover a point, the smallest is the answer."""

    def __init__(self, fingerprint: str, outlines: Iterable[tuple[str, dict]]):
        """`outlines` are pairs of a code and a GeoJSON outline; one without any ground is left out."""
        import shapely

        shapes = [(code, shape) for code, outline in outlines if (shape := _polygon(outline)) is not None]
        shapes = sorted(reversed(shapes), key=lambda pair: pair[1].area)
        self.fingerprint = fingerprint
        self._codes = [code for code, _ in shapes]
        self._shapes = [shape for _, shape in shapes]
        self._tree = shapely.STRtree(self._shapes)
        self._one_at_a_time = Lock()  # a prepared shape finishes its index at the first question, and threads share it
        shapely.prepare(self._shapes)

    def covering(self, longitude: float, latitude: float) -> str | None:
        """The code of the smallest area that covers the point, its border included."""
        import shapely

        point = shapely.Point(longitude, latitude)
        with self._one_at_a_time:
            return next((self._codes[n] for n in sorted(self._tree.query(point)) if self._shapes[n].covers(point)), None)


_prepared: dict[int, Ground] = {}


def ground_of(site: Site) -> Ground:
    """The public areas of one site: prepared earlier, or now, if any of them has changed since."""
    areas = NeighbourhoodPage.objects.in_open_data(site).filter(boundary__isnull=False)
    each = Concat("code", Value(" "), F("boundary__digest"))
    fingerprint = areas.aggregate(all=MD5(StringAgg(each, "\n", order_by="pk")))["all"] or ""
    known = _prepared.get(site.pk)
    if known is None or known.fingerprint != fingerprint:
        outlines = areas.order_by("pk").values_list("code", "boundary__geojson")
        known = _prepared[site.pk] = Ground(fingerprint, outlines)
    return known


def _polygon(outline: dict):
    from . import geometry

    try:
        return geometry.polygon(outline)
    except ValueError:
        return None
