"""Every picture is drawn anew when it is uploaded: where it was taken, by whom, and anything hidden behind it stay out."""

import io

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageOps

LONGEST = 4000  # pixels; a poster of A2 size needs no more
MOST = 50_000_000  # pixels to unpack: a few kilobytes can hold a picture that fills the memory
TAKEN = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")  # nothing else is looked at, whatever it is called: Pillow knows forty kinds
_KEEPS_ALPHA = ("PNG", "WEBP", "AVIF", "GIF")


def clean_picture(file) -> SimpleUploadedFile:
    """The picture upright, at most `LONGEST` on a side, without EXIF, GPS, XMP, comments or trailing bytes.

    Raises ValidationError when it is damaged, too large to open safely, or not a picture.
    """
    try:
        file.seek(0)
        with Image.open(file, formats=TAKEN) as picture:
            kind = picture.format if picture.format in TAKEN else "JPEG"  # with several pictures in it, as some telephones make them: MPO
            return SimpleUploadedFile(file.name, _redrawn(picture, kind), f"image/{kind.lower()}")
    except (OSError, SyntaxError, ValueError, MemoryError, Image.DecompressionBombError) as error:
        raise ValidationError("This picture is damaged or is not one that we can use. Save it again as JPEG or PNG and try once more.") from error


def _redrawn(picture: Image.Image, kind: str) -> bytes:
    picture.draft("RGB", (LONGEST, LONGEST))  # a large JPEG is decoded small straight away
    if picture.width * picture.height > MOST:
        raise ValidationError(f"This picture is too large: {picture.width} by {picture.height} pixels. Make it smaller and try once more.")
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST, LONGEST))
    if kind not in _KEEPS_ALPHA or upright.mode not in ("RGB", "RGBA", "L", "LA", "P"):
        upright = upright.convert("RGB")
    bare = upright.copy()
    bare.info = {key: picture.info[key] for key in ("icc_profile", "transparency") if key in picture.info and upright.mode == picture.mode}
    drawn = io.BytesIO()
    bare.save(drawn, kind, quality=90, **({"exif": b""} if kind != "GIF" else {}))
    return drawn.getvalue()
