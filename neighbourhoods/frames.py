"""How large our maps are, in pixels. Apart from maps.py, so that pages need not load its geometry."""

WIDTH, HEIGHT = 960, 720
COUNTY_FRAME = (640, 700)
