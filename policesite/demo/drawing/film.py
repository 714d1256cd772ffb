"""The film as one function of time: which scene is on, and the chequered band that sweeps from one to the next."""

from . import film_scenes as scenes
from .ink import chequers, group, rect, svg
from .motion import ease, part

SECONDS = 52
RATE = 15  # frames a second
TIMELINE = (
    (0, scenes.county),
    (6, scenes.officers),
    (14, scenes.market),
    (22, scenes.loop),
    (37, scenes.postcode),
    (44, scenes.numbers),
    (50, scenes.ending),
)
SWEEP = 0.6  # seconds a change of scene takes


def _scene_at(moment):
    start, scene = next((s, f) for s, f in reversed(TIMELINE) if s <= moment)
    return scene(moment - start)


def frame(moment):
    """The picture at `moment` (seconds) as SVG."""
    cut = next((s for s, _ in TIMELINE[1:] if s - SWEEP / 2 < moment < s + SWEEP / 2), None)
    if cut is None:
        return svg(1600, 900, _scene_at(moment))
    edge = ease(part(moment, cut - SWEEP / 2, SWEEP)) * 1860 - 130
    before, after = _scene_at(min(moment, cut - 0.001)), _scene_at(max(moment, cut))
    clip = f'<clipPath id="swept">{rect(-10, 0, max(edge + 11, 0), 900, "#000")}</clipPath>'
    return svg(1600, 900, before, clip, f'<g clip-path="url(#swept)">{after}</g>', group(chequers(0, 0, 130, 65, rows=14), at=(edge, 0)))
