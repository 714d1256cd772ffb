"""Our own maps: an area among its neighbours, worked out from the polygons.

Nothing is fetched from anyone, so nobody outside learns which area was looked at. A map is worked
out once (`team_drawing`, `county_drawing`) and painted twice, light and dark (map_paint.py).

Degrees go in (WGS84, longitude first). Inside, everything is in pixels of the frame: a flat grid
of metres around the frame's middle. Over a county that is true to a few parts in ten thousand.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, radians

import shapely

from neighbourhoods.frames import COUNTY_FRAME, HEIGHT, WIDTH
from neighbourhoods.map_labels import Labels

METRES_A_DEGREE = 111_320.0
METRES_A_MILE = 1609.344
# The area's box goes two and a half times into the frame, so that people see what is around it;
# less often where much of the frame would lie outside the county.
ROOM_AROUND, ROOM_AT_THE_EDGE = 2.5, 1.9
# What is drawn past the frame's edge, so that no simplified corner shows inside it.
BLEED = 40
# Two pixels cannot be seen, and leave a quarter of the bytes.
TOLERANCE = 2.0
# The county map stands inside the page itself, whose every byte is waited for.
COUNTY_TOLERANCE = 5.0
# Its corners stand on every fourth pixel: half of what the line above moves them, and a ninth of the bytes less.
COUNTY_STEP = 4
# Pages crop a map: phones at the sides, wide screens at the top and bottom. Words stay in here.
SAFE = shapely.box(168, 152, WIDTH - 168, HEIGHT - 152)
# A town smaller than this many pixels across is a stray dot.
SMALLEST_TOWN = 20
# Streets reach about this far from a postcode's middle, in metres.
STREETS = 220
# Letters of a town's name, in pixels.
SPOT_SIZE = 22
# On the county map, where phones show it at half its size; and how many people make a town.
COUNTY_SPOT_SIZE = 28
TOWN = 8_500


@dataclass(frozen=True)
class Area:
    """A neighbourhood as maps see it: its name and its shape in degrees."""

    name: str
    shape: shapely.Geometry


@dataclass(frozen=True)
class Spot:
    """A town or village: what it is called, where it is, how many people live there."""

    name: str
    longitude: float
    latitude: float
    population: int = 0


@dataclass(frozen=True)
class Grid:
    """The flat grid of one map: its middle in degrees, its scale, its frame in pixels."""

    longitude: float
    latitude: float
    metres_a_pixel: float
    width: int = WIDTH
    height: int = HEIGHT

    @classmethod
    def around(cls, shape, room, width=WIDTH, height=HEIGHT):
        """The grid whose frame is `room` times the box around the shape."""
        west, south, east, north = shape.bounds
        latitude = (south + north) / 2
        across = (east - west) * METRES_A_DEGREE * cos(radians(latitude))
        scale = room * max(across / width, (north - south) * METRES_A_DEGREE / height)
        return cls((west + east) / 2, latitude, scale, width, height)

    @property
    def frame(self):
        """What is seen, in pixels."""
        return shapely.box(0, 0, self.width, self.height)

    @property
    def drawn(self):
        """What is drawn: a little more than is seen."""
        return self.frame.buffer(BLEED, join_style="mitre")

    def pixels(self, shape):
        """The shape in pixels, y downwards."""
        return shapely.transform(shape, self._project)

    def _project(self, degrees):
        pixels = degrees - (self.longitude, self.latitude)
        pixels *= METRES_A_DEGREE / self.metres_a_pixel
        pixels *= (cos(radians(self.latitude)), -1)
        pixels += (self.width / 2, self.height / 2)
        return pixels

    def degrees(self, pixels):
        """The other way round: an array of pixels as longitudes and latitudes."""
        degrees = pixels - (self.width / 2, self.height / 2)
        degrees /= (cos(radians(self.latitude)), -1)
        degrees *= self.metres_a_pixel / METRES_A_DEGREE
        degrees += (self.longitude, self.latitude)
        return degrees


@dataclass
class Drawing:
    """One map, worked out and not yet painted. Paths are the `d` of SVG paths."""

    width: int
    height: int
    areas: dict = field(default_factory=dict)  # key → path
    county: str = ""  # the border around all areas
    towns: str = ""  # where the streets are
    names: dict = field(default_factory=dict)  # key → Label
    spots: list = field(default_factory=list)  # (x, y, Label)
    scale: tuple[int, str] = (0, "")  # pixels long, what that is
    chosen: str = ""  # key of the area that the map is about


def path(shape, step=1):
    """The shape's outlines as a short SVG path: corners on every `step`th pixel, each relative to the last."""
    parts = (part for part in shapely.get_parts(shape) if part.geom_type == "Polygon")
    return "".join(_outline(ring, step) for part in parts for ring in (part.exterior, *part.interiors))


def _outline(ring, step):
    corners = [(round(x / step) * step, round(y / step) * step) for x, y in ring.coords]
    moves = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(corners)]
    drawn = [move for move in moves if any(move)][:-1]
    if len(drawn) < 2:
        return ""
    words = " ".join(f"{x} {y}" for x, y in drawn).replace(" -", "-")
    return f"M{corners[0][0]} {corners[0][1]}l{words}z"


def built_up(longitudes, latitudes):
    """Where the streets are, in degrees: the ground around every postcode, as one shape."""
    if not len(longitudes):
        return shapely.MultiPolygon()
    everything = shapely.multipoints(list(zip(longitudes, latitudes, strict=True)))
    grid = Grid(*everything.centroid.coords[0], metres_a_pixel=100, width=0, height=0)
    near = shapely.buffer(shapely.get_parts(grid.pixels(everything)), STREETS / 100, quad_segs=2)
    joined = shapely.union_all(near).buffer(1.5, quad_segs=2).buffer(-2, quad_segs=2)
    return shapely.transform(joined.simplify(0.3), grid.degrees)


def team_drawing(areas, key, spots=(), streets=None):
    """The map of one area among the others. `areas` maps keys to `Area`; `streets` is `built_up`."""
    grid = _team_grid(areas, areas[key].shape)
    drawing = _ground(areas, grid, streets)
    drawing.chosen = key
    drawing.scale = scale_bar(grid.metres_a_pixel)
    labels = Labels(SAFE)
    labels.keep_free(SCALE_ROOM)
    own = grid.pixels(areas[key].shape)
    _name(drawing, labels, key, areas[key].name, own, 34)
    inside = [spot for spot in spots if _covers(areas[key], spot) and not areas[key].name.startswith(spot.name)]
    drawing.spots = _spots(labels, grid, inside, limit=9)
    labels.keep_free(own.buffer(4))
    for other, area in areas.items():
        if other != key:
            _name(drawing, labels, other, area.name, grid.pixels(area.shape), 23, least_fit=0.8)
    drawing.spots += _spots(labels, grid, [spot for spot in spots if spot not in inside], limit=9)
    return drawing


def _team_grid(areas, shape):
    """Two and a half times the area's box, or less where that would show mostly what is not ours."""
    grid = Grid.around(shape, ROOM_AROUND)
    ours = sum(grid.pixels(area.shape).intersection(grid.frame).area for area in areas.values())
    return grid if ours > 0.75 * grid.frame.area else Grid.around(shape, ROOM_AT_THE_EDGE)


def _covers(area, spot):
    return area.shape.covers(shapely.Point(spot.longitude, spot.latitude))


def county_drawing(areas, spots=(), frame=COUNTY_FRAME):
    """The map of all areas in one frame, with the towns that people know them by."""
    everything = shapely.union_all([area.shape for area in areas.values()])
    grid = Grid.around(everything, 1.03, *frame)
    drawing = _ground(areas, grid, tolerance=COUNTY_TOLERANCE, step=COUNTY_STEP)
    towns = [spot for spot in spots if spot.population >= TOWN]
    dots = [grid.pixels(shapely.Point(town.longitude, town.latitude)).coords[0] for town in towns]
    drawing.spots = _spots(Labels(grid.frame, dots), grid, towns, limit=len(towns), size=COUNTY_SPOT_SIZE)
    return drawing


# The scale stands in the lower left corner of what is never cropped away.
SCALE_ROOM = shapely.box(168, HEIGHT - 196, 168 + 240, HEIGHT - 152)


def scale_bar(metres_a_pixel, longest=150):
    """The longest round distance that fits: (pixels, "2 miles")."""
    rounds = ((0.25, "¼ mile"), (0.5, "½ mile"), (1, "1 mile"), (2, "2 miles"), (5, "5 miles"), (10, "10 miles"))
    fits = [(round(miles * METRES_A_MILE / metres_a_pixel), words) for miles, words in rounds]
    return max([bar for bar in fits if bar[0] <= longest], default=fits[0])


def _ground(areas, grid, streets=None, tolerance=TOLERANCE, step=1):
    """Areas, border and streets, cut to the frame and simplified together, so that no gap opens."""
    cut = [grid.pixels(area.shape).intersection(grid.drawn) for area in areas.values()]
    simple = shapely.coverage_simplify(cut, tolerance)
    drawing = Drawing(grid.width, grid.height)
    drawing.areas = {key: d for key, shape in zip(areas, simple, strict=True) if (d := path(shape, step))}
    drawing.county = path(shapely.union_all(simple), step)
    if streets is not None:
        towns = grid.pixels(streets).intersection(grid.drawn).simplify(TOLERANCE * 1.5)
        drawing.towns = path(shapely.union_all([t for t in shapely.get_parts(towns) if t.area > SMALLEST_TOWN**2]))
    return drawing


def _name(drawing, labels, key, text, shape, size, least_fit=0.0):
    label = labels.name(text, shape, size, least_fit)
    if label:
        drawing.names[key] = label


def _spots(labels, grid, spots, limit, size=SPOT_SIZE):
    """The largest places first, until there is no room or there are enough."""
    placed = []
    for spot in sorted(spots, key=lambda s: -s.population):
        x, y = grid.pixels(shapely.Point(spot.longitude, spot.latitude)).coords[0]
        label = labels.spot(spot.name, x, y, size)
        if label:
            placed.append((round(x), round(y), label))
        if len(placed) == limit:
            break
    return placed
