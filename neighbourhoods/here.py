"""From where a visitor stands to the team. Their device was asked only because they pressed "Use my location".

What it said is rounded to about 100 metres before anything is done with it, and reaches neither log nor database.
"""

from math import isfinite

from wagtail.models import Site

from .finder import CALL, Answer
from .locating import ground_of
from .models import NeighbourhoodPage
from .other_forces import site_of_force

PLACES = 3  # decimals of a degree: 111 metres from north to south, 68 from west to east
NOT_TOLD = "Your device did not say where you are. Type your postcode, town or village instead."
NOWHERE = "What your device said is not a place on earth. Type your postcode, town or village instead."
SWAPPED = "Latitude and longitude seem to be the wrong way round. Type your postcode, town or village instead."


def find_here(latitude: str, longitude: str, site: Site) -> Answer:
    """The team of a place in degrees (WGS84), as text; a plain sentence for what is no place."""
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        return Answer(error=NOT_TOLD)
    if not (isfinite(north) and isfinite(east)):
        return Answer(error=NOT_TOLD)
    if abs(north) > 90 or abs(east) > 180:
        return Answer(error=NOWHERE)
    return _find(round(north, PLACES), round(east, PLACES), site)


def _find(north: float, east: float, site: Site) -> Answer:
    ground = ground_of(site)
    code = ground.covering(east, north)
    team = NeighbourhoodPage.objects.in_site(site).public().filter(code=code).first() if code else None
    if team:
        return Answer(teams=[team])
    if ground.covering(north, east):
        return Answer(error=SWAPPED)
    return Answer(heading=f"You seem to be outside {site.force.county}", advice=CALL, force_site=site_of_force(""))
