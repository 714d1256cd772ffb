"""The sizes in which a picture is shown. They are made when it is uploaded, so that no visitor waits for one.

One family of widths, never cropped: CSS crops (object-fit) and keeps the focal point in view. And one for other sites.
"""

import io
from dataclasses import dataclass

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

WIDTHS = (320, 640, 960, 1280)  # pixels
# Best first; the last is what every browser reads. AVIF's speed 8 takes a quarter of the time of Pillow's 6, for a sixth more bytes.
ENCODING = {
    "avif": {"quality": 55, "speed": 8},
    "webp": {"quality": 78},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
}
FORMATS = tuple(ENCODING)
SHARED_SPEC = "share|format-jpeg"
SHARED = (1200, 630)  # pixels: what other sites show beside a link (Open Graph), the only cropped one


@dataclass(frozen=True)
class Source:
    """One file of a picture. `width` and `height` in pixels."""

    url: str
    width: int
    height: int


def widths(image) -> list[int]:
    """Every width that is not larger than the picture; a small picture keeps its own."""
    smaller = [width for width in WIDTHS if width < image.width]
    return smaller if image.width > WIDTHS[-1] else [*smaller, image.width]


def make(image) -> None:
    """Make every rendition that the picture lacks. Safe to repeat.

    With Pillow itself, not with Wagtail's filters: those unpack and shrink the original once for each file, and
    can't be told AVIF's speed.
    """
    there = set(image.renditions.values_list("filter_spec", flat=True))
    lacking = [width for width in widths(image) if any(_spec(width, format) not in there for format in FORMATS)]
    lacks_shared = is_shared(image) and SHARED_SPEC not in there
    if lacking or lacks_shared:
        with image.open_file() as file, Image.open(file) as original:
            whole = original.convert("RGBA" if original.has_transparency_data else "RGB")
        drawn = [rendition for width in lacking for rendition in _draw(image, whole, width)]
        drawn += [_for_sharing(image, whole)] if lacks_shared else []
        type(drawn[0]).objects.bulk_create(drawn, ignore_conflicts=True)


def is_shared(image) -> bool:
    """Whether other sites may have it: not the face of somebody wanted, missing or in custody, which nobody could take down there."""
    return image.subject not in image.SENSITIVE


def shared(image) -> Source | None:
    """The picture for other sites, where there is one. One query, none when the renditions are prefetched."""
    made = (each for each in image.renditions.all() if each.filter_spec == SHARED_SPEC) if is_shared(image) else ()
    return next((Source(each.url, each.width, each.height) for each in made), None)


def _for_sharing(image, whole: Image.Image):
    """Cropped to the shape that other sites show, with the focal point as near to the middle as may be."""
    centre = (0.5, 0.5)
    if image.focal_point_x is not None and image.focal_point_y is not None:
        centre = (min(1, image.focal_point_x / max(1, image.width)), min(1, image.focal_point_y / max(1, image.height)))
    return _rendition(image, ImageOps.fit(whole, SHARED, Image.Resampling.LANCZOS, centering=centre), "jpeg", SHARED_SPEC, "share")


def _draw(image, whole: Image.Image, width: int) -> list:
    height = max(1, round(whole.height * width / whole.width))
    small = whole.resize((width, height), Image.Resampling.LANCZOS)
    return [_rendition(image, small, format) for format in FORMATS]


def _rendition(image, small: Image.Image, format: str, spec: str = "", name: str = ""):
    encoded = io.BytesIO()
    opaque = _on_white(small) if format == "jpeg" else small
    opaque.save(encoded, format, **ENCODING[format])
    rendition = image.get_rendition_model()(image=image, filter_spec=spec or _spec(small.width, format))
    rendition.file.save(f"{name or f'picture-{small.width}'}.{format}", ContentFile(encoded.getvalue()), save=False)
    rendition.width, rendition.height = small.size  # only now: taking a file clears them
    return rendition


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _spec(width: int, format: str) -> str:
    return f"width-{width}|format-{format}"


def sources(image) -> dict[str, list[Source]]:
    """The renditions of ours that exist, by format, narrow to wide. One query, none when prefetched."""
    found: dict[str, list[Source]] = {}
    for rendition in image.renditions.all():
        parts = rendition.filter_spec.split("|")
        if len(parts) == 2 and parts[0].startswith("width-"):
            found.setdefault(parts[1].removeprefix("format-"), []).append(Source(rendition.url, rendition.width, rendition.height))
    return {format: sorted(found[format], key=lambda source: source.width) for format in FORMATS if format in found}
