"""A force's places, brought in line with a gazetteer: what lies in none of its areas is left out."""

from neighbourhoods.models import Place
from neighbourhoods.models.gazetteer import place_key
from policesite.importing.report import Report, SourceError, refuse_to_empty

from .place_rows import Found
from .redrawing import Namer
from .saving import save


def import_places(force, found: list[Found], source: str, report: Report, forced: bool) -> None:
    """Add, change and remove the places that come from one source; those from another stay."""
    ours = {place.source_key: place for place in force.places.filter(source_key__startswith=f"{source}:").prefetch_related("neighbourhoods")}
    areas = Namer(force).areas([(row.name, row.longitude, row.latitude) for row in found])
    inside = {row.source_key: (row, pages) for row, pages in zip(found, areas, strict=True) if pages}
    report.diff("places outside our areas, left out").unchanged = len(found) - len(inside)
    gone = [place for key, place in ours.items() if key not in inside]
    refuse_to_empty("places", len(gone), len(ours), forced)
    if not inside:
        raise SourceError("Not one of its places lies in our areas.")
    for place in gone:
        place.delete()
        report.count("places", "removed", f"place {place.name}")
    for key, (row, pages) in inside.items():
        _bring_in_line(ours.get(key) or Place(force=force, source_key=key), row, pages, report)


def _bring_in_line(place: Place, row: Found, pages: set[int], report: Report):
    is_new = place.pk is None
    values = {"name": row.name, "key": place_key(row.name), "longitude": row.longitude, "latitude": row.latitude}
    values |= {"population": row.population} if row.population else {}
    changed = [name for name, value in values.items() if getattr(place, name) != value]
    for name in changed:
        setattr(place, name, values[name])
    if changed and not save(place, report, "places", row.name):
        return
    moved = is_new or {page.pk for page in place.neighbourhoods.all()} != pages
    if moved:
        place.neighbourhoods.set(pages)
    outcome = "added" if is_new else "changed" if changed or moved else "unchanged"
    report.count("places", outcome, f"place {row.name}")
