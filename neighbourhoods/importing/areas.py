"""The areas' pages and their borders, brought in line with a feed."""

from dataclasses import dataclass, field

from django.utils.text import slugify

from neighbourhoods.loading import centre
from neighbourhoods.models import Boundary, NeighbourhoodIndexPage, NeighbourhoodPage
from policesite.importing.report import Report, SourceError, refuse_to_empty

from . import outlines
from .feed import Area, Feed
from .saving import put


@dataclass
class Ground:
    """The pages by their ids, and whether the maps show something else than before."""

    pages: dict[str, NeighbourhoodPage] = field(default_factory=dict)
    is_changed: bool = False


def import_areas(force, feed: Feed, report: Report, forced: bool) -> Ground:
    """Add, change and unpublish areas, and set their borders. What the feed does not say of an area stays as it is."""
    index = NeighbourhoodIndexPage.objects.in_site(force.site).first()
    if index is None:
        raise SourceError("This site has no list of neighbourhoods yet: add that page first.")
    ground = Ground({page.code: page for page in NeighbourhoodPage.objects.filter(force=force).exclude(code="")})
    missing = _missing(force, feed, forced) if feed.is_complete else set()
    for area in feed.areas:
        _page(area, force, index, ground, report)
        _border(area, ground, report)
    for code in sorted(missing):
        _unpublish(ground.pages[code], ground, report)
    return ground


def _missing(force, feed: Feed, forced: bool) -> set[str]:
    """The ids of areas that are in our lists and not in the feed's. Raises SourceError where they are too many."""
    listed = set(NeighbourhoodPage.objects.filter(force=force).exclude(code="").listed().values_list("code", flat=True))
    missing = listed - {area.code for area in feed.areas}
    refuse_to_empty("areas", len(missing), len(listed), forced)
    return missing


def _page(area: Area, force, index, ground: Ground, report: Report):
    page = ground.pages.get(area.code)
    what = f"area {area.code} {area.name}".strip()
    if page is None:
        ground.pages[area.code] = _added(area, force, index)
        ground.is_changed = True
        report.count("areas", "added", what)
        return
    values = {name: value for name, value in area.details.items() if name != "title"} | ({"title": area.name} if area.name != area.code else {})
    changed = put(page, _not_for_a_hair(page, values))
    if changed:
        _publish(page, changed)
        ground.is_changed |= "title" in changed
    report.count("areas", "changed" if changed else "unchanged", f"{what}: {', '.join(changed)}")
    if not page.live:
        report.note(f"{what} is in the feed, but its page is not published.")


def _not_for_a_hair(page, values: dict) -> dict:
    """Without a middle that is ours but for its rounding."""
    near = all(
        name in values and getattr(page, name) is not None and abs(getattr(page, name) - values[name]) < 1.5e-6 for name in ("longitude", "latitude")
    )
    return {name: value for name, value in values.items() if not (near and name in ("longitude", "latitude"))}


def _added(area: Area, force, index) -> NeighbourhoodPage:
    title = area.name or area.code
    page = NeighbourhoodPage(
        force=force,
        code=area.code,
        slug=_free_slug(index, title, area.code),
        summary=f"Who looks after {title[:100]}, what they are doing about what matters to you, and where to meet them.",
        **area.details | {"title": title},
    )
    index = type(index).objects.get(pk=index.pk)  # treebeard counts the children on the row it is given
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def _free_slug(index, title: str, code: str) -> str:
    taken = set(index.get_children().values_list("slug", flat=True))
    wanted = [slugify(title)[:200], slugify(f"{title[:200]} {code}"), *(slugify(f"{code} {number}") for number in range(2, 1000))]
    return next(slug for slug in wanted if slug and slug not in taken and slug != "find")


def _publish(page, changed: list[str]):
    """Publish the change, and never with it a draft that somebody is still writing: that one gets the change too."""
    if page.live and not page.has_unpublished_changes:
        page.save_revision().publish()
        return
    draft = page.get_latest_revision_as_object()
    page.save()
    for name in changed:
        setattr(draft, name, getattr(page, name))
    draft.save_revision()


def _border(area: Area, ground: Ground, report: Report):
    if area.outline is None:
        return
    page = ground.pages[area.code]
    ours = Boundary.objects.filter(pk=page.pk).values_list("geojson", flat=True).first()
    if ours is not None and outlines.is_same(ours, area.outline):
        report.count("borders", "unchanged")
        return
    Boundary.objects.update_or_create(neighbourhood=page, defaults={"geojson": area.outline.geojson})
    if page.longitude is None:
        page.longitude, page.latitude = centre(area.outline.geojson)
        _publish(page, ["longitude", "latitude"])
    ground.is_changed = True
    report.count("borders", "added" if ours is None else "changed", f"border of {area.code}")


def _unpublish(page, ground: Ground, report: Report):
    """An area that is gone from the list: its page goes, its history stays."""
    page.unpublish()
    ground.is_changed = True
    report.count("areas", "removed", f"area {page.code} {page.title}: unpublished")
