"""Pictures of the older site as pictures of ours: cleaned like any upload, each kept once."""

import hashlib
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from policesite.images.cleaning import clean_picture
from policesite.images.forms import names_a_file
from policesite.images.models import SiteImage
from policesite.importing.plain_text import plain
from policesite.importing.report import Report, SourceError

from .fetching import MOST_PICTURE, fetch, same_host


class Pictures:
    """Fetches from `host` alone. `get` is how; None in a dry run, where nothing is fetched."""

    def __init__(self, host: str, report: Report, get: Callable[[str, int], bytes] | None = fetch):
        self.host, self.report, self.get = host, report, get
        self.known: dict[str, SiteImage | None] = {}
        self.last: list[str] = []  # the addresses that the story being written asked for first

    def take(self, address: str, alt: str, story: str) -> SiteImage | None:
        """The picture at an address, or None with the reason on record. Without a description it is kept as decorative."""
        described = described_by(alt)
        if not described:
            self.report.note(f"“{story}”: a picture has no description ({_name(address)}). Describe it, or leave it decorative.")
        if not same_host(address, self.host):
            self.report.refuse("picture not on the older site's own host", f"{_name(address)} in “{story}”")
            return None
        if address not in self.known:
            self.last.append(address)
            self.known[address] = self._fetched(address, described, story) if self.get else None
        return self.known[address]

    def keep_last(self) -> None:
        """The story that asked for them is written."""
        self.last = []

    def forget_last(self) -> None:
        """The story that asked for them was undone, and the pictures with it; their files, which no transaction undoes, go here."""
        for address in self.last:
            image = self.known.pop(address, None)
            if image and not SiteImage.objects.filter(pk=image.pk).exists():
                _remove_files(image)
        self.last = []

    def _fetched(self, address: str, described: str, story: str) -> SiteImage | None:
        try:
            file = clean_picture(SimpleUploadedFile(_name(address), self.get(address, MOST_PICTURE)))
        except SourceError as error:
            self.report.refuse("picture that could not be fetched", f"{error} In “{story}”")
            return None
        except ValidationError as error:
            self.report.refuse("file that is no picture we can use", f"{_name(address)} in “{story}”: {error.messages[0]}")
            return None
        return _kept(file, described, story)


def described_by(alt: str) -> str:
    """An alternative text that describes; "" for none, and for the name of a file."""
    alt = plain(alt, 255)
    return "" if names_a_file(alt) else alt


def _kept(file: SimpleUploadedFile, described: str, story: str) -> SiteImage:
    """The picture, as it is kept already where a story before showed the same."""
    content = file.read()
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()  # the hash by which Wagtail tells files apart
    if there := SiteImage.objects.filter(file_hash=digest, taken_down_at=None).first():
        return there
    extension = file.name.rpartition(".")[2].lower()
    name = f"picture.{extension}" if extension.isalnum() else "picture.jpg"
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
