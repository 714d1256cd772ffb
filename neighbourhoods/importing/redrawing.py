"""Once borders or places have changed: where postcodes and places lie, and the maps."""

from collections.abc import Iterable

from django.db import connection

from neighbourhoods import geometry, maps
from neighbourhoods.drawing import draw_maps
from neighbourhoods.models import Boundary, Place, Postcode
from policesite.forces.models import Force

from .locating import area_locator, placed

AT_ONCE = 200_000


def redraw(force) -> int:
    """Draw a force's maps again, with the streets its postcodes show. Returns how many."""
    points = list(Postcode.objects.filter(neighbourhood__force=force, longitude__isnull=False).values_list("longitude", "latitude"))
    streets = maps.built_up([x for x, _ in points], [y for _, y in points]) if points else None
    return draw_maps(force, streets)


def redraw_everything() -> int:
    return sum(redraw(force) for force in Force.objects.all())


def relocate_postcodes() -> int:
    """Work out again in which area each postcode lies that has a place. Only those that moved are written; returns how many.

    A postcode that now lies in no area has no force until its file is imported again: the table does not keep its codes.
    """
    locator, moved = area_locator(), []
    rows = Postcode.objects.filter(longitude__isnull=False).values_list("key", "longitude", "latitude", "outside_force", "neighbourhood").order_by()
    for batch in _batches(rows.iterator(chunk_size=20_000)):
        keys, longitudes, latitudes, forces, before = zip(*batch, strict=True)
        found = placed(keys, longitudes, latitudes, forces, locator)
        moved += [row[:3] for row, area in zip(found, before, strict=True) if row[1] != area]
    _write(moved)
    return len(moved)


def _batches(rows: Iterable, size: int = AT_ONCE):
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _write(moved: list[tuple]):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE moved (key varchar(7), area bigint, force varchar(40)) ON COMMIT DROP")
        with cursor.copy("COPY moved FROM STDIN") as copy:
            for row in moved:
                copy.write_row(row)
        cursor.execute("UPDATE neighbourhoods_postcode p SET neighbourhood_id = m.area, outside_force = m.force FROM moved m WHERE m.key = p.key")
        cursor.execute("DROP TABLE moved")


class Namer:
    """In which areas of a force a place lies: the one that covers it, and those that are called after it.

    "Corby" lies in Corby Town by its coordinates, and whoever types it may live in Corby Rural.
    """

    def __init__(self, force):
        rows = list(Boundary.objects.filter(neighbourhood__force=force, neighbourhood__live=True).select_related("neighbourhood"))
        self.locator = geometry.Locator({row.pk: geometry.polygon(row.geojson) for row in rows})
        self.titles = {row.pk: f" {row.neighbourhood.title.casefold()} " for row in rows}

    def areas(self, places: list[tuple[str, float, float]]) -> list[set[int]]:
        """For each place (name, longitude, latitude) the page ids of its areas; none where no area covers it."""
        covering = self.locator([x for _, x, _ in places], [y for _, _, y in places])
        return [{area, *self._called(name)} if area else set() for (name, _, _), area in zip(places, covering, strict=True)]

    def _called(self, name: str) -> list[int]:
        return [pk for pk, title in self.titles.items() if f" {name.casefold()} " in title]


def relocate_places(force) -> int:
    """Say again in which areas each place of a force lies; one that lies in none any more keeps those it had. Returns how many moved."""
    places = list(Place.objects.filter(force=force).prefetch_related("neighbourhoods"))
    moved = 0
    for place, areas in zip(places, Namer(force).areas([(p.name, p.longitude, p.latitude) for p in places]), strict=True):
        if areas and areas != {page.pk for page in place.neighbourhoods.all()}:
            place.neighbourhoods.set(areas)
            moved += 1
    return moved
