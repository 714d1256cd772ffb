"""How far it is, as the crow flies. Pure, and true to a few yards over a county."""

from math import cos, hypot, radians

MILES_A_DEGREE = 69.17


def miles(longitude: float, latitude: float, other_longitude: float, other_latitude: float) -> float:
    """Miles between two points given in degrees (WGS84)."""
    east = (float(other_longitude) - float(longitude)) * cos(radians(float(latitude)))
    return MILES_A_DEGREE * hypot(east, float(other_latitude) - float(latitude))


def in_words(distance: float) -> str:
    """ "less than a mile", "about 1 mile", "about 6 miles"."""
    whole = round(distance)
    if distance < 0.75:
        return "less than a mile"
    return f"about {whole} mile{'' if whole == 1 else 's'}"
