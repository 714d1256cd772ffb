"""The demonstration's pictures: drawn for it, described in pictures/pictures.json, uploaded when a page first wants one."""

import json
from functools import cache
from pathlib import Path

from django.core.files.base import ContentFile

from policesite.images.models import SiteImage

FOLDER = Path(__file__).parent / "pictures"
CREDIT = "Drawn for this demonstration."


@cache
def descriptions() -> dict[str, dict]:
    entries = json.loads((FOLDER / "pictures.json").read_text(encoding="utf-8"))
    return {Path(entry["file"]).stem: entry for entry in entries}


def upload(name: str) -> SiteImage:
    """Upload the picture `name` ("front-office"). Every size of it is made now, about a second's work.

    Raises KeyError for a picture that nobody drew.
    """
    entry = descriptions()[name]
    return SiteImage.objects.create(
        title=name.replace("-", " ").capitalize(),
        file=ContentFile((FOLDER / entry["file"]).read_bytes(), name=entry["file"]),
        description=entry["alt"],
        credit=CREDIT,
        subject=entry["subject"],
        **{f"focal_point_{part}": size for part, size in entry["focal_point"].items()},
    )
