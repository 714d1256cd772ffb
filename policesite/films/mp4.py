"""What kind of film a file is, told from its own bytes: ISO/IEC 14496-12 boxes, H.264 pictures, AAC sound. No Django in here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_LARGEST_INDEX = 16 * 1024 * 1024  # bytes; an hour of film needs about one megabyte
_PICTURES, _SOUND = (b"avc1", b"avc3"), (b"mp4a",)


class NotAFilm(ValueError):
    """A sentence for the person who uploads it."""


@dataclass(frozen=True)
class Film:
    """`seconds` whole and at least 1; `width` and `height` in pixels."""

    seconds: int
    width: int
    height: int


def describe(file: BinaryIO) -> Film:
    """Read the film's index. Raises NotAFilm unless every browser of today can play it: MP4, H.264, AAC or no sound."""
    top = {kind: (start, end) for kind, start, end in _top_boxes(file)}
    if not top or next(iter(top)) != b"ftyp":
        raise NotAFilm("This is not an MP4 film. Save or export it as MP4 and try again.")
    if b"moov" not in top or b"mdat" not in top:
        raise NotAFilm("This film is not complete. Save or export it as MP4 again.")
    index = _index(file, *top[b"moov"])
    pictures = [track for track in index.get(b"trak", []) if _handler(track) == b"vide"]
    sounds = [track for track in index.get(b"trak", []) if _handler(track) == b"soun"]
    if not pictures or not all(_codec(track) in _PICTURES for track in pictures) or not all(_codec(track) in _SOUND for track in sounds):
        raise NotAFilm("Browsers can't all play this film. Export it with H.264 pictures and AAC sound.")
    seconds = _seconds(index)
    if not seconds:
        raise NotAFilm("This film does not say how long it is. Export it as MP4 once more.")
    return Film(round(seconds) or 1, *_size(pictures[0]))


def _top_boxes(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Each box of the file: its kind, and where its content starts and ends. Ends quietly where the file does not fit the format."""
    size = file.seek(0, 2)
    at = 0
    while at + 8 <= size:
        file.seek(at)
        kind, start, end = _box(file.read(16), at, size)
        if not start <= end <= size:
            return
        yield kind, start, end
        at = end


def _box(header: bytes, at: int, size: int) -> tuple[bytes, int, int]:
    length, kind = int.from_bytes(header[:4]), header[4:8]
    if length == 1:
        return kind, at + 16, at + int.from_bytes(header[8:16])
    return kind, at + 8, at + length if length else size


def _index(file: BinaryIO, start: int, end: int) -> dict[bytes, list[bytes]]:
    if end - start > _LARGEST_INDEX:
        raise NotAFilm("This film's index is too large to be a film of ours.")
    file.seek(start)
    return _children(file.read(end - start))


def _children(content: bytes) -> dict[bytes, list[bytes]]:
    """The boxes inside a box, by kind, in order."""
    found: dict[bytes, list[bytes]] = {}
    at = 0
    while at + 8 <= len(content):
        kind, start, end = _box(content[at : at + 16], at, len(content))
        if not start <= end <= len(content):
            break
        found.setdefault(kind, []).append(content[start:end])
        at = end
    return found


def _inside(content: bytes, *way: bytes) -> bytes:
    """The first box at the end of `way`, or nothing."""
    for kind in way:
        content = next(iter(_children(content).get(kind, [])), b"")
    return content


def _handler(track: bytes) -> bytes:
    return _inside(track, b"mdia", b"hdlr")[8:12]


def _codec(track: bytes) -> bytes:
    return _inside(track, b"mdia", b"minf", b"stbl", b"stsd")[12:16]


def _seconds(index: dict[bytes, list[bytes]]) -> float:
    header = next(iter(index.get(b"mvhd", [])), b"")
    wide = header[:1] == b"\x01"  # times of 64 bits
    scale, length = (header[20:24], header[24:32]) if wide else (header[12:16], header[16:20])
    return int.from_bytes(length) / int.from_bytes(scale) if int.from_bytes(scale) else 0


def _size(track: bytes) -> tuple[int, int]:
    """Two numbers of 16 + 16 bits at the end of the track's header."""
    header = _inside(track, b"tkhd")
    return int.from_bytes(header[-8:-6]), int.from_bytes(header[-4:-2])
