"""A whole country, generated: areas with long shared borders, some with a hole, and postcodes scattered over them."""

import gzip
import json
import random
from math import ceil, sqrt

import numpy as np
from django.db import connection

from neighbourhoods.models import NeighbourhoodPage

STEPS = 128  # corners along each side of an area: 512 and more around it
SOUTH_WEST, CELL = (-3.0, 51.0), 0.05  # degrees
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def borders(rows: int, columns: int, seed: int = 7):
    """Wavy lines between the corners of a grid: `across[row, column]` eastwards, `up[row, column]` northwards."""
    wave = np.random.default_rng(seed)
    shake = CELL / STEPS / 3
    along = np.linspace(0, CELL, STEPS + 1)
    across = np.zeros((rows + 1, columns, STEPS + 1, 2))
    up = np.zeros((rows, columns + 1, STEPS + 1, 2))
    across[..., 0] = SOUTH_WEST[0] + np.arange(columns)[None, :, None] * CELL + along
    across[..., 1] = SOUTH_WEST[1] + np.arange(rows + 1)[:, None, None] * CELL
    up[..., 0] = SOUTH_WEST[0] + np.arange(columns + 1)[None, :, None] * CELL
    up[..., 1] = SOUTH_WEST[1] + np.arange(rows)[:, None, None] * CELL + along
    across[:, :, 1:-1, 1] += wave.uniform(-shake, shake, across[:, :, 1:-1, 1].shape)
    up[:, :, 1:-1, 0] += wave.uniform(-shake, shake, up[:, :, 1:-1, 0].shape)
    return across.round(7), up.round(7)


def outlines(count: int):
    """GeoJSON of so many areas that share every border; each tenth has a hole in which nobody polices."""
    columns = ceil(sqrt(count))
    across, up = borders(ceil(count / columns), columns)
    for number in range(count):
        row, column = divmod(number, columns)
        sides = (across[row, column], up[row, column + 1][1:], across[row + 1, column][::-1][1:], up[row, column][::-1][1:])
        rings = [np.concatenate(sides).tolist()]
        if number % 10 == 0:
            west, south = across[row, column][0] + CELL / 4
            east, north = west + CELL / 3, south + CELL / 3
            rings.append([[round(x, 7), round(y, 7)] for x, y in ((west, south), (west, north), (east, north), (east, south), (west, south))])
        yield {"type": "Polygon", "coordinates": rings}


def squares(count: int):
    """So many areas of four corners, where it is only their number that matters."""
    columns = ceil(sqrt(count))
    for number in range(count):
        row, column = divmod(number, columns)
        west, south = SOUTH_WEST[0] + column * CELL, SOUTH_WEST[1] + row * CELL
        yield {
            "type": "Polygon",
            "coordinates": [[[west, south], [west + CELL, south], [west + CELL, south + CELL], [west, south + CELL], [west, south]]],
        }


def keys(count: int):
    """So many different postcodes, with shapes as real ones have: A1 0AA … ZZ99 9ZZ."""
    for number in range(count):
        incode, out = number % 4000, number // 4000
        unit = f"{incode // 400}{LETTERS[incode // 20 % 20]}{LETTERS[incode % 20]}"
        yield f"{LETTERS[out // 100 % 20]}{LETTERS[out // 2000]}{out % 100} {unit}"


def write_postcodes(path, postcodes: int, areas: int, seed: int = 11) -> None:
    """An NSPL of so many postcodes, at random over the areas and a little beyond, packed with gzip."""
    side = ceil(sqrt(areas)) * CELL
    dice = random.Random(seed)
    with gzip.open(path, "wt", compresslevel=1) as file:
        file.write("pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,ctry25cd,lad25cd,pfa23cd,lat,long\n")
        for key in keys(postcodes):
            x, y = SOUTH_WEST[0] + dice.uniform(-0.02, side + 0.02), SOUTH_WEST[1] + dice.uniform(-0.02, side + 0.02)
            file.write(f"{key},{key},{key},199606,,0,,,1,E92000001,E06000061,E23000029,{y:.6f},{x:.6f}\n")


def copy_area(page: NeighbourhoodPage, count: int, outlines=outlines) -> None:
    """So many published areas beside one that stands, in one statement a table, each with a boundary of its own."""
    with connection.cursor() as cursor:
        for table, key, own in (
            ("wagtailcore_page", "id", {"path": "left(path, -4) || upper(to_hex(4096 + n))", "slug": "'area-' || n", "title": "'Area ' || n",
             "draft_title": "'Area ' || n", "url_path": "regexp_replace(url_path, '[^/]+/$', 'area-' || n || '/')", "translation_key": "gen_random_uuid()", "latest_revision_id": "NULL", "live_revision_id": "NULL"}),
            ("neighbourhoods_neighbourhoodpage", "page_ptr_id", {"code": "'A' || n"}),
        ):  # fmt: skip
            cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position", [table])
            names = [name for (name,) in cursor.fetchall()]
            own = own | {key: "1000000 + n"}
            values = ", ".join(own.get(name, f'"{name}"') for name in names)
            quoted = ", ".join(f'"{name}"' for name in names)
            cursor.execute(
                f'INSERT INTO {table} ({quoted}) SELECT {values} FROM {table}, generate_series(1, %s) n WHERE "{key}" = %s', [count, page.pk]
            )
        with cursor.copy("COPY neighbourhoods_boundary (neighbourhood_id, geojson) FROM STDIN") as copy:
            for number, outline in enumerate(outlines(count), start=1):
                copy.write_row((1_000_000 + number, json.dumps(outline)))
        cursor.execute(
            "UPDATE wagtailcore_page SET numchild = numchild + %s WHERE path = (SELECT left(path, -4) FROM wagtailcore_page WHERE id = %s)",
            [count, page.pk],
        )
