"""Words on a map: where each fits without covering another. Everything is in pixels."""

from dataclasses import dataclass

import shapely

# System faces are about this wide a letter, in parts of their size; bold ones a little more.
LETTER = 0.54
# Room between two labels.
AIR = 5
# From one line to the next, in parts of their size.
LINE = 1.08
DOT = 5


@dataclass(frozen=True)
class Label:
    """Lines of words and where they stand; `anchor` is SVG's text-anchor, `y` the first line's foot."""

    lines: tuple[str, ...]
    x: int
    y: int
    size: int
    anchor: str = "middle"

    @property
    def box(self):
        """The room that the words take, as far as can be guessed without the reader's font."""
        width, height = room(self.lines, self.size)
        left = {"middle": self.x - width / 2, "start": self.x, "end": self.x - width}[self.anchor]
        top = self.y - self.size * 0.8
        return shapely.box(left, top, left + width, top + height)


def room(lines, size):
    """Width and height of lines of words, in pixels."""
    return max(map(len, lines)) * size * LETTER, size * (1.05 + LINE * (len(lines) - 1))


def broken(text, longest=14):
    """A long name in two lines as even as they can be: ("South Northants", "Towcester")."""
    words = text.split()
    if len(text) <= longest or len(words) < 2:
        return (text,)
    halves = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return min(halves, key=lambda pair: max(map(len, pair)))


def best_middle(shape, lines, size):
    """Where words fit best in a shape: x, y, and how much of their room fits (1: all of it).

    The shape is squeezed as much as the words are wide, so that the largest circle inside it
    is where a label, not a coin, has most room.
    """
    width, height = room(lines, size)
    squeeze = height / width
    flat = shapely.transform(shape, lambda points: points * (squeeze, 1))
    largest = max(shapely.get_parts(flat), key=lambda part: part.area)
    line = shapely.maximum_inscribed_circle(largest, tolerance=1)
    x, y = line.coords[0]
    return x / squeeze, y, line.length / (height / 2)


class Labels:
    """Places words one after the other: what comes first has its place, what finds none is left out."""

    def __init__(self, frame, dots=()):
        """`frame` is where words may stand; over `dots`, points of places that matter, none does."""
        self.frame = frame
        self.taken = []
        self.dots = [shapely.Point(x, y).buffer(DOT + 2) for x, y in dots]

    def keep_free(self, shape):
        """Let no label that comes later cover this."""
        self.taken.append(shape)

    def name(self, text, shape, size, least_fit=0.0):
        """A name in the middle of a shape's free part, or None where too little of it would fit."""
        lines = broken(text)
        free = shapely.intersection(shape, self.frame)
        if least_fit:
            free = free.difference(shapely.union_all(self.taken))
        free = shapely.union_all([part for part in shapely.get_parts(free) if part.area > 1])
        if free.is_empty:
            return None
        x, y, fit = best_middle(free, lines, size)
        _, height = room(lines, size)
        label = Label(lines, round(x), round(y - height / 2 + size * 0.8), size)
        return label if fit >= least_fit and self._place(label) else None

    def spot(self, text, x, y, size):
        """A name beside, over or under a dot at (x, y), or None where neither has room."""
        dot = shapely.Point(x, y).buffer(DOT + 2)
        if not self.frame.covers(dot) or any(dot.intersects(other) for other in self.taken):
            return None
        down, gap = round(size * 0.35), DOT + 5
        for anchor, right, lower in (
            ("start", gap, down),
            ("end", -gap, down),
            ("middle", 0, -gap),
            ("middle", 0, gap + round(size * 0.8)),
        ):
            label = Label((text,), round(x) + right, round(y) + lower, size, anchor)
            if self._place(label):
                self.keep_free(dot)
                return label
        return None

    def _place(self, label):
        box = label.box
        if not self.frame.covers(box) or any(box.intersects(other) for other in (*self.taken, *self.dots)):
            return False
        self.taken.append(box.buffer(AIR, join_style="mitre"))
        return True
