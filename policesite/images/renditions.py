"""The sizes in which a picture is shown. They are made when it is uploaded, so that no visitor waits for one.

One family of widths, never cropped: CSS crops (object-fit) and keeps the focal point in view.
"""

from dataclasses import dataclass

WIDTHS = (320, 640, 960, 1280)  # pixels
FORMATS = ("avif", "webp", "jpeg")  # best first; the last is what every browser reads
QUALITY = {"avif": "avifquality-55", "webp": "webpquality-78", "jpeg": "jpegquality-80"}


@dataclass(frozen=True)
class Source:
    """One file of a picture. `width` and `height` in pixels."""

    url: str
    width: int
    height: int


def specs(image) -> list[str]:
    """Wagtail's filter specs for every size that is not larger than the picture; a small picture keeps its own."""
    widths = [width for width in WIDTHS if width < image.width] + ([image.width] if image.width <= WIDTHS[-1] else [])
    return [f"width-{width}|format-{format}|{QUALITY[format]}" for width in widths for format in FORMATS]


def make(image) -> None:
    """Make every rendition that the picture lacks. Safe to repeat."""
    image.get_renditions(*specs(image))


def sources(image) -> dict[str, list[Source]]:
    """The renditions in `specs` that exist, by format, narrow to wide. One query, none when prefetched."""
    found: dict[str, list[Source]] = {}
    for rendition in image.renditions.all():
        parts = rendition.filter_spec.split("|")
        if len(parts) == 3 and parts[0].startswith("width-"):
            found.setdefault(parts[1].removeprefix("format-"), []).append(Source(rendition.url, rendition.width, rendition.height))
    return {format: sorted(found[format], key=lambda source: source.width) for format in FORMATS if format in found}
