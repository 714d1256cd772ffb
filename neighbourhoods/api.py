"""Open data at /api/: the same questions and answers as data.police.uk, for the force of this site alone (docs/adr/0038)."""

import csv
import re
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from wagtail.models import Site

from enquiry_desks.models import EnquiryDeskPage
from policesite import clock
from policesite.delivery.open_data import Refused, open_data
from policesite.forces.sites import site_of

from . import open_data as shapes
from .locating import ground_of
from .models import Boundary, NeighbourhoodPage

DESCRIPTION = Path(__file__).parent / "data" / "openapi.json"
A_NUMBER = re.compile(r"[+-]?(\d{1,3}(\.\d{0,30})?|\.\d{1,30})(e[+-]?\d{1,2})?", re.IGNORECASE | re.ASCII)


@open_data
def forces(request: HttpRequest) -> list:
    """The force of this site. Each force answers at its own address."""
    force = site_of(request).force
    return [{"id": force.code, "name": force.name}] if force.code else []


@open_data
def force(request: HttpRequest, force: str) -> dict:
    return shapes.force_as_data(_site_of_force(request, force))


@open_data
def neighbourhoods(request: HttpRequest, force: str) -> list:
    areas = NeighbourhoodPage.objects.in_open_data(_site_of_force(request, force)).by_name()
    return [{"id": code, "name": title} for code, title in areas.values_list("code", "title")]


@open_data
def neighbourhood(request: HttpRequest, force: str, code: str) -> dict:
    area = _area(request, force, code)
    desk = EnquiryDeskPage.objects.filter(pk=area.nearest_desk_id).listed().first() if area.nearest_desk_id else None
    return shapes.area_as_data(area, site_of(request), desk)


@open_data
def boundary(request: HttpRequest, force: str, code: str) -> list:
    outline = Boundary.objects.filter(pk=_area(request, force, code).pk).first()
    return shapes.ring_as_data(outline.geojson) if outline else []


@open_data
def people(request: HttpRequest, force: str, code: str) -> list:
    """Who is posted there today."""
    postings = _area(request, force, code).postings.on(clock.today()).named_first()
    return [shapes.person_as_data(posting) for posting in postings.select_related("officer")]


@open_data
def priorities(request: HttpRequest, force: str, code: str) -> list:
    """Every one there ever was: the open ones in their order, then the others, the latest first."""
    return [shapes.priority_as_data(priority) for priority in _area(request, force, code).priorities.prefetch_related("updates")]


@open_data
def events(request: HttpRequest, force: str, code: str) -> list:
    found = _area(request, force, code).events.published(clock.now()).with_vehicles()
    return [shapes.event_as_data(event) for event in found]


@open_data
def locate(request: HttpRequest) -> HttpResponse:
    """The area of a point. Where somebody asks about is kept by nobody: no cache, no log, no statement to the database."""
    latitude, longitude = _point(request.GET.get("q", ""))
    site = site_of(request)
    ground = ground_of(site)
    code = ground.covering(longitude, latitude)
    if code is None and ground.covering(latitude, longitude):
        raise Refused(400, "The two numbers seem to be swapped: latitude comes first, as in q=52.24,-0.90.")
    if code is None:
        raise Refused(404, f"That point is in no neighbourhood of {site.force.name}.")
    response = JsonResponse({"force": site.force.code, "neighbourhood": code})
    response["Cache-Control"] = "no-store"
    return response


@open_data
def all_as_geojson(request: HttpRequest) -> HttpResponse:
    site = site_of(request)
    areas = NeighbourhoodPage.objects.in_open_data(site).by_name().select_related("boundary")
    response = JsonResponse(shapes.areas_as_geojson(areas, site), json_dumps_params={"ensure_ascii": False})
    response["Content-Type"] = "application/geo+json"
    return response


@open_data
def all_as_csv(request: HttpRequest) -> HttpResponse:
    site = site_of(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="neighbourhoods.csv"'
    rows = csv.writer(response)
    rows.writerow(shapes.CSV_COLUMNS)
    rows.writerows(shapes.area_as_row(area, site) for area in NeighbourhoodPage.objects.in_open_data(site).by_name().with_place_names())
    return response


@open_data
def description(request: HttpRequest) -> HttpResponse:
    """All of this, for programs to read (OpenAPI 3.1)."""
    return HttpResponse(DESCRIPTION.read_bytes(), content_type="application/json")


@open_data
def nothing_here(request: HttpRequest, rest: str) -> None:
    raise Refused(404, "There is nothing at this address. /api/openapi.json describes those that there are; none ends in a slash.")


def _site_of_force(request: HttpRequest, code: str) -> Site:
    site = site_of(request)
    if site.force.code != code:
        raise Refused(404, f"This address answers for one force. Its id is “{site.force.code}”.")
    return site


def _area(request: HttpRequest, force: str, code: str) -> NeighbourhoodPage:
    area = NeighbourhoodPage.objects.in_open_data(_site_of_force(request, force)).filter(code=code).first()
    if area is None:
        raise Refused(404, f"There is no neighbourhood with that id. /api/{force}/neighbourhoods lists those that there are.")
    return area


def _point(typed: str) -> tuple[float, float]:
    """Latitude and longitude in degrees. Raises Refused with a sentence that does not repeat them."""
    parts = [part.strip() for part in typed.split(",")]
    if len(parts) != 2 or not all(A_NUMBER.fullmatch(part) for part in parts):
        raise Refused(400, "Give latitude and longitude in degrees with a comma between them, as in q=52.24,-0.90.")
    latitude, longitude = map(float, parts)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Refused(400, "There is no such point: latitude is from -90 to 90, longitude from -180 to 180.")
    return latitude, longitude
