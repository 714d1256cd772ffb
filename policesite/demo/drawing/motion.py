"""Time in drawings: how a thing moves between two moments. Seconds in, a share from 0 to 1 (or a drawing) out."""

import math

from .ink import HIVIS, NIGHT, circle, group, stroke
from .people import figure, place


def part(t, start, length):
    """How much of the stretch that begins at `start` has passed at `t`."""
    return max(0.0, min(1.0, (t - start) / length))


def ease(share):
    """Slow at both ends."""
    return share * share * (3 - 2 * share)


def settle(share):
    """Fast, then slow: a thing that comes to rest."""
    return 1 - (1 - share) ** 3


def between(a, b, share):
    return a + (b - a) * share


def pop(drawing, x, y, t, start, length=0.45):
    """`drawing` grows from nothing at (x, y), a little too far, and settles."""
    share = part(t, start, length)
    if not share:
        return ""
    size = 1 + 1.9 * (share - 1) ** 3 + 0.9 * (share - 1) ** 2
    return group(drawing, at=(x, y), scale=max(size, 0.01))


def walker(person, t, start, length, way, y, scale=1.2, **standing):
    """Someone who walks from way[0] to way[1] on the ground at `y`, then stands as `standing` says."""
    share = part(t, start, length)
    x = between(*way, share)
    if 0 < share < 1:
        step = int(t * 5) % 2
        swing = 26 if step else -26
        body = figure(
            person, left=(-50 + swing, -96), right=(50 + swing, -96), stance="walk" if step else "stand", look=math.copysign(1, way[1] - way[0])
        )
        return place(body, x, y - 4 * step, scale)
    return place(figure(person, **standing), x, y, scale) if share else ""


def waving(t, start, height=-252):
    """A right hand that waves for two seconds from `start`, and hangs before and after."""
    if not start <= t <= start + 2:
        return (58, -94)
    lift = ease(min(part(t, start, 0.3), 1 - part(t, start + 1.7, 0.3)))
    return between(58, 86 + 12 * math.sin((t - start) * 9), lift), between(-94, height, lift)


def tick(size=60):
    """A hi-vis disc with a tick."""
    return circle(0, 0, size, HIVIS) + stroke(
        f"M{-size * 0.42:.0f} 0l{size * 0.32:.0f} {size * 0.32:.0f} {size * 0.55:.0f}-{size * 0.6:.0f}", NIGHT, size * 0.2
    )
