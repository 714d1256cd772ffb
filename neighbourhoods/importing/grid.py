"""From the National Grid of Great Britain to longitude and latitude (WGS84), for many points at once.

Ordnance Survey's published formulas: the inverse Transverse Mercator projection on Airy 1830, then a Helmert
transformation ("A guide to coordinate systems in Great Britain", annexes B and C). True to about 5 metres,
where the exact way (OSTN15) needs a 15 MB grid; unit postcodes are the middle of some fifteen houses.
"""

import numpy as np

# Airy 1830, and the National Grid: scale on the meridian, true origin in radians, false origin in metres.
A, B = 6_377_563.396, 6_356_256.909
SCALE = 0.9996012717
LATITUDE_0, LONGITUDE_0 = np.radians(49), np.radians(-2)
EAST_0, NORTH_0 = 400_000, -100_000
# WGS84, and the shift from Airy's datum: metres, parts, radians.
A_WGS, B_WGS = 6_378_137.0, 6_356_752.314245
SHIFT = np.array([446.448, -125.157, 542.060])
GROWTH = -20.4894e-6
TURN = np.radians(np.array([0.1502, 0.2470, 0.8421]) / 3600)


def degrees(eastings, northings):
    """Longitudes and latitudes in degrees of points given in metres on the National Grid."""
    east, north = np.asarray(eastings, dtype=float), np.asarray(northings, dtype=float)
    return _geographic(*_moved(*_cartesian(*_unprojected(east, north))))


def _unprojected(east, north):
    """Latitude and longitude on Airy's ellipsoid, in radians (annex C)."""
    e2 = 1 - (B / A) ** 2
    n = (A - B) / (A + B)
    latitude = (north - NORTH_0) / (A * SCALE) + LATITUDE_0
    for _ in range(6):
        latitude = latitude + (north - NORTH_0 - _arc(latitude, n)) / (A * SCALE)
    sin, tan, sec = np.sin(latitude), np.tan(latitude), 1 / np.cos(latitude)
    nu = A * SCALE / np.sqrt(1 - e2 * sin**2)
    rho = A * SCALE * (1 - e2) / (1 - e2 * sin**2) ** 1.5
    eta2 = nu / rho - 1
    x = east - EAST_0
    seven = tan / (2 * rho * nu) * x**2
    eight = tan / (24 * rho * nu**3) * (5 + 3 * tan**2 + eta2 - 9 * tan**2 * eta2) * x**4
    nine = tan / (720 * rho * nu**5) * (61 + 90 * tan**2 + 45 * tan**4) * x**6
    ten = sec / nu * x
    eleven = sec / (6 * nu**3) * (nu / rho + 2 * tan**2) * x**3
    twelve = sec / (120 * nu**5) * (5 + 28 * tan**2 + 24 * tan**4) * x**5
    return latitude - seven + eight - nine, LONGITUDE_0 + ten - eleven + twelve


def _arc(latitude, n):
    """Metres along the meridian from the true origin."""
    less, more = latitude - LATITUDE_0, latitude + LATITUDE_0
    return (
        B
        * SCALE
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * np.sin(less) * np.cos(more)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * np.sin(2 * less) * np.cos(2 * more)
            - 35 / 24 * n**3 * np.sin(3 * less) * np.cos(3 * more)
        )
    )


def _cartesian(latitude, longitude):
    e2 = 1 - (B / A) ** 2
    nu = A / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
    return nu * np.cos(latitude) * np.cos(longitude), nu * np.cos(latitude) * np.sin(longitude), (1 - e2) * nu * np.sin(latitude)


def _moved(x, y, z):
    """Helmert's seven parameters."""
    rx, ry, rz = TURN
    tx, ty, tz = SHIFT
    grown = 1 + GROWTH
    return tx + grown * x - rz * y + ry * z, ty + rz * x + grown * y - rx * z, tz - ry * x + rx * y + grown * z


def _geographic(x, y, z):
    e2 = 1 - (B_WGS / A_WGS) ** 2
    p = np.hypot(x, y)
    latitude = np.arctan2(z, p * (1 - e2))
    for _ in range(4):
        nu = A_WGS / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
        latitude = np.arctan2(z + e2 * nu * np.sin(latitude), p)
    return np.degrees(np.arctan2(y, x)), np.degrees(latitude)
