"""Files from outside, never trusted with their size: a folder, a ZIP, a gzip or a plain file, each read in bounds.

Nothing is ever unpacked to the disk, so no name in an archive can lead anywhere; one that tries is refused all the same.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from .report import SourceError

MEGABYTE = 1024 * 1024
# The whole ONSPD is 1.4 GB of text; a boundary or a page of JSON is far below one megabyte.
MOST_TEXT = 4096 * MEGABYTE
MOST_DOCUMENT = 64 * MEGABYTE
MOST_DOCUMENTS = 512 * MEGABYTE
MOST_FILES = 20_000
GZIP = b"\x1f\x8b"  # how one begins
LONGEST_LINE = 100_000  # characters
BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)


class Bounded(io.RawIOBase):
    """A stream that refuses to give more than so many bytes, whatever its header promised."""

    def __init__(self, stream, name: str, most: int):
        self.stream, self.name, self.left = stream, name, most

    def readable(self):
        return True

    def readinto(self, buffer):
        try:
            chunk = self.stream.read(min(len(buffer), self.left + 1))
        except BROKEN as error:
            raise SourceError(f"{self.name} is broken or cut off: {str(error).rstrip('.')}.") from error
        self.left -= len(chunk)
        if self.left < 0:
            raise SourceError(f"{self.name} is larger than this import takes.")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def documents(source: Path, most: int = MOST_DOCUMENTS) -> dict[str, Callable[[], bytes]]:
    """The files of a folder or a ZIP, or one file, by name; each is read when it is called."""
    if source.is_dir():
        found = sorted(path for path in source.rglob("*") if path.is_file() and not path.name.startswith("."))
        return _few({path.relative_to(source).as_posix(): _from_path(path) for path in found})
    if not source.is_file():
        raise SourceError(f"There is no file or folder {source}.")
    if zipfile.is_zipfile(source):
        return {info.filename: _from_zip(source, info) for info in _members(source, most)}
    return {source.name: _from_path(source)}


@contextmanager
def text_streams(source: Path, most: int = MOST_TEXT) -> Iterator[list[tuple[str, Callable[[], io.BufferedReader]]]]:
    """The long text files in a CSV, a gzip or a ZIP: their names, and a function each that opens one as bytes."""
    if not source.is_file():
        raise SourceError(f"There is no file {source}.")
    if not zipfile.is_zipfile(source):
        yield [(source.name, lambda: io.BufferedReader(Bounded(_opened(source), source.name, most)))]
        return
    members = [info for info in _members(source, most) if info.filename.lower().endswith((".csv", ".txt"))]
    with zipfile.ZipFile(source) as archive:
        yield [(info.filename, _member_stream(archive, info, most)) for info in members]


def lines(stream: io.BufferedReader, name: str) -> Iterator[str]:
    """The lines of a text file, with their ends; refuses one that is longer than any row, before it fills the memory."""
    with io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="") as text:
        while line := text.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE:
                raise SourceError(f"{name} is not a CSV file that can be read: a line in it has no end.")
            yield line


def _member_stream(archive, info, most):
    def opened():
        try:
            return io.BufferedReader(Bounded(archive.open(info), info.filename, most))
        except BROKEN as error:
            raise SourceError(f"{info.filename} cannot be read: {error}") from error

    return opened


def unpacked(content: bytes, name: str, most: int) -> bytes:
    """What a gzip holds, at most `most` bytes; anything else as it is."""
    return Bounded(gzip.GzipFile(fileobj=io.BytesIO(content)), name, most).readall() if content.startswith(GZIP) else content


def _opened(path: Path):
    with path.open("rb") as start:
        is_gzip = start.read(2) == GZIP
    return gzip.open(path, "rb") if is_gzip else path.open("rb")


def _members(source: Path, most: int) -> list[zipfile.ZipInfo]:
    """The files in a ZIP, once its directory is seen to be harmless."""
    try:
        with zipfile.ZipFile(source) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except BROKEN as error:
        raise SourceError(f"{source.name} is not a whole ZIP: {error}") from error
    _few(members)
    for info in members:
        name = PurePosixPath(info.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in info.filename:
            raise SourceError(f"{source.name} holds a file called {info.filename!r}, which points outside the archive.")
    if sum(info.file_size for info in members) > most:
        raise SourceError(f"{source.name} unpacks to more than this import takes.")
    return members


def _few(found):
    if len(found) > MOST_FILES:
        raise SourceError(f"There are more than {MOST_FILES:,} files in it.")
    return found


def _from_path(path: Path) -> Callable[[], bytes]:
    def read():
        with _opened(path) as stream:
            return Bounded(stream, path.name, MOST_DOCUMENT).readall()

    return read


def _from_zip(source: Path, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read():
        try:
            with zipfile.ZipFile(source) as archive, archive.open(info) as stream:
                return Bounded(stream, info.filename, MOST_DOCUMENT).readall()
        except BROKEN as error:
            raise SourceError(f"{info.filename} cannot be read: {error}") from error

    return read
