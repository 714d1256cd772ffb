"""What kind of film a file is, told from its own bytes: ISO/IEC 14496-12 boxes, H.264 pictures, AAC sound. No Django in here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

_LARGEST_INDEX = 16 * 1024 * 1024  # bytes; an hour of film needs about one megabyte
_PICTURES, _SOUND = (b"avc1", b"avc3"), (b"mp4a",)
_ORIGIN = (b"udta", b"meta", b"uuid")  # where a telephone writes the place, its owner's name and its make


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
    top = {box.kind: box for box in _top_boxes(file)}
    if not top or next(iter(top)) != b"ftyp":
        raise NotAFilm("This is not an MP4 film. Save or export it as MP4 and try again.")
    if b"moov" not in top or b"mdat" not in top:
        raise NotAFilm("This film is not complete. Save or export it as MP4 again.")
    index = _children(_content(file, top[b"moov"]))
    pictures = [track for track in index.get(b"trak", []) if _handler(track) == b"vide"]
    sounds = [track for track in index.get(b"trak", []) if _handler(track) == b"soun"]
    if not pictures or not all(_codec(track) in _PICTURES for track in pictures) or not all(_codec(track) in _SOUND for track in sounds):
        raise NotAFilm("Browsers can't all play this film. Export it with H.264 pictures and AAC sound.")
    if any(_handler(track) == b"meta" for track in index[b"trak"]):
        raise NotAFilm("This film holds more than pictures and sound, perhaps where it was filmed. Export it as MP4 once more.")
    seconds = _seconds(index)
    if not seconds:
        raise NotAFilm("This film does not say how long it is. Export it as MP4 once more.")
    return Film(round(seconds) or 1, *_size(pictures[0]))


def forget_origin(file: BinaryIO) -> None:
    """Blank, in the file itself, what tells where and on whose device it was filmed. No other byte moves."""
    for box in list(_top_boxes(file)):
        if box.kind == b"moov":
            for inner in _origins(_content(file, box)):
                _blank(file, inner, box.start)
        elif box.kind in _ORIGIN:
            _blank(file, box)
    file.flush()  # a large upload is moved on the disk as it lies there


class _Box(NamedTuple):
    """Where a box stands: from `at` to `end`, its content from `start`."""

    kind: bytes
    at: int
    start: int
    end: int


def _origins(content: bytes, offset: int = 0) -> Iterator[_Box]:
    for box in _boxes(content):
        if box.kind in _ORIGIN:
            yield box._replace(at=offset + box.at, start=offset + box.start, end=offset + box.end)
        elif box.kind in (b"trak", b"mdia"):
            yield from _origins(content[box.start : box.end], offset + box.start)


def _blank(file: BinaryIO, box: _Box, offset: int = 0) -> None:
    """Make it a box of free space of the same length."""
    file.seek(offset + box.at + 4)
    file.write(b"free")
    file.seek(offset + box.start)
    file.write(bytes(box.end - box.start))


def _top_boxes(file: BinaryIO) -> Iterator[_Box]:
    """Each box of the file. Ends quietly where the file does not fit the format."""
    size = file.seek(0, 2)
    at = 0
    while at + 8 <= size:
        file.seek(at)
        box = _box(file.read(16), at, size)
        if not box.start <= box.end <= size:
            return
        yield box
        at = box.end


def _boxes(content: bytes) -> Iterator[_Box]:
    """The boxes inside a box."""
    at = 0
    while at + 8 <= len(content):
        box = _box(content[at : at + 16], at, len(content))
        if not box.start <= box.end <= len(content):
            return
        yield box
        at = box.end


def _box(header: bytes, at: int, size: int) -> _Box:
    length, kind = int.from_bytes(header[:4]), header[4:8]
    if length == 1:
        return _Box(kind, at, at + 16, at + int.from_bytes(header[8:16]))
    return _Box(kind, at, at + 8, at + length if length else size)


def _content(file: BinaryIO, box: _Box) -> bytes:
    if box.end - box.start > _LARGEST_INDEX:
        raise NotAFilm("This film's index is too large to be a film of ours.")
    file.seek(box.start)
    return file.read(box.end - box.start)


def _children(content: bytes) -> dict[bytes, list[bytes]]:
    """What the boxes inside a box hold, by kind, in order."""
    found: dict[bytes, list[bytes]] = {}
    for box in _boxes(content):
        found.setdefault(box.kind, []).append(content[box.start : box.end])
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
