"""Pictures of the older site as pictures of ours: cleaned like any upload, each kept once."""

import hashlib
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import ModelLogEntry

from news.looks import Look
from policesite.images.cleaning import clean_picture
from policesite.images.forms import names_a_file
from policesite.images.models import SiteImage
from policesite.images.taking_down import was_taken_down
from policesite.importing.plain_text import plain
from policesite.importing.report import SourceError

from .fetching import MOST_PICTURE, Place, fetch


class Pictures:
    """Fetches from one place alone. `get` is how; None in a dry run, where nothing is fetched.

    Of the story being written: `asked` holds the addresses that it asked for first, `problems` what did not come and why,
    `remarks` what to look at in a picture that did.
    """

    def __init__(self, place: Place | None, get: Callable[[str, int], bytes] | None = fetch):
        self.place, self.get = place, get
        self.known: dict[str, SiteImage | None] = {}
        self.failed: dict[str, tuple[Look, str, str]] = {}
        self.begin()

    def begin(self) -> None:
        """The story before is done with; another begins."""
        self.asked: list[str] = []
        self.problems: list[tuple[Look, str, str]] = []
        self.remarks: list[str] = []

    def take(self, address: str, alt: str, story: str) -> SiteImage | None:
        """The picture at an address, or None with the reason on record. One that nobody ever described is kept as decorative."""
        described, asked = described_by(alt), self.place.address_there(address) if self.place else ""
        if not asked:
            self.problems.append((Look.LACKS, "picture not on the older site's own host", _name(address)))
        elif asked not in self.known:
            self.asked.append(asked)
            self.known[asked] = self._fetched(asked, described, story) if self.get else None
        image = self.known.get(asked)
        self.problems += [self.failed[asked]] if asked in self.failed else []
        if not described:
            here = (
                f"It is shown with the one that it has here: “{image.description}”"
                if image and image.description
                else "Describe it, or leave it decorative"
            )
            self.remarks.append(f"“{story}”: a picture has no description ({_name(address)}). {here}.")
        return image

    def lead(self, address: str, alt: str, story: str) -> SiteImage | None:
        """As `take`, for the picture above a story, which has no description but its own."""
        image, described = self.take(address, alt, story), described_by(alt)
        if image and described and image.description != described:
            if not image.description and not ModelLogEntry.objects.for_instance(image).exists():  # nobody here chose that it has none
                image.description, image.is_decorative = described, False
                image.save(update_fields=["description", "is_decorative"])
            else:
                self.remarks.append(f"“{story}”: its picture is described there as “{described}”, and here as “{image.description}”.")
        return image

    def forget(self) -> None:
        """The story that asked for them was undone, and the pictures with it; their files, which no transaction undoes, go here."""
        for address in self.asked:
            self.failed.pop(address, None)
            image = self.known.pop(address, None)
            if image and not SiteImage.objects.filter(pk=image.pk).exists():
                _remove_files(image)

    def _fetched(self, address: str, described: str, story: str) -> SiteImage | None:
        try:
            file = clean_picture(SimpleUploadedFile(_name(address), self.get(address, MOST_PICTURE)))
        except SourceError as error:
            return self._fail(address, Look.PICTURE, "picture that could not be fetched", str(error))
        except ValidationError as error:
            return self._fail(address, Look.PICTURE, "file that is no picture we can use", f"{_name(address)}: {error.messages[0]}")
        content = file.read()
        if was_taken_down(content):
            return self._fail(address, Look.LACKS, "picture that was taken down here", _name(address))
        return _kept(f"picture.{file.content_type.rpartition('/')[2]}", content, described, story)

    def _fail(self, address: str, *why) -> None:
        self.failed[address] = why


def described_by(alt: str) -> str:
    """An alternative text that describes; "" for none, and for the name of a file."""
    alt = plain(alt, 255)
    return "" if names_a_file(alt) else alt


def beside(image: SiteImage, alt: str) -> str:
    """What a block says of the picture in its story, where that is not what the picture says of itself."""
    described = described_by(alt)
    return "" if described == image.description else described


def _kept(name: str, content: bytes, described: str, story: str) -> SiteImage:
    """The picture, as it is kept already where a story before showed the same."""
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()  # the hash by which Wagtail tells files apart
    if there := SiteImage.objects.filter(file_hash=digest, taken_down_at=None).first():
        return there
    image = SiteImage(
        title=story[:255],
        description=described,
        is_decorative=not described,
        file=ContentFile(content, name),
        file_hash=digest,
        file_size=len(content),
    )
    try:
        image.save()
    except OSError:  # a full disk, perhaps half way through its sizes
        _remove_files(image)
        raise
    return image


def _remove_files(image: SiteImage) -> None:
    storage = image.file.storage
    for name in storage.listdir(image.token)[1]:
        storage.delete(f"{image.token}/{name}")


def _name(address: str) -> str:
    try:
        return urlsplit(address).path.rpartition("/")[2] or "picture"
    except ValueError:
        return "picture"
