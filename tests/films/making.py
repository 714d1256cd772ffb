"""Films for the tests: an MP4 of a few hundred bytes, captions, and pages that show them."""

from types import SimpleNamespace

from django.core.files.base import ContentFile

from policesite.films.models import FilmIndexPage, FilmPage, FilmVersionPage, VideoFile
from policesite.images.models import SiteImage
from tests.conftest import picture_bytes, publish

ENGLISH = """WEBVTT

NOTE Made for the tests.

1
00:00.000 --> 00:02.500
<v Asha>Hello. I work on your streets.

2
00:02.500 --> 00:05.000 line:85%
<v Asha>This is Sam.

00:00:05.000 --> 00:00:09.000
<v Sam>We hold a surgery every month
&amp; you can come along.</v>
"""

URDU = """WEBVTT

00:00.000 --> 00:05.000
<v آشا>السلام علیکم۔ میں آپ کے علاقے میں کام کرتی ہوں۔

00:05.000 --> 00:09.000
<v سیم>ہر مہینے ہم سے ملنے آئیں۔
"""


def box(kind: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return (8 + len(inside)).to_bytes(4) + kind + inside


def track(handler: bytes, codec: bytes, width=0, height=0) -> bytes:
    header = bytes(76) + (width << 16).to_bytes(4) + (height << 16).to_bytes(4)
    samples = box(b"stsd", bytes(4), (1).to_bytes(4), box(codec, bytes(8)))
    media = box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(13)), box(b"minf", box(b"stbl", samples)))
    return box(b"trak", box(b"tkhd", header), media)


def mp4_bytes(seconds=95, pictures=b"avc1", sound=b"mp4a", data=bytes(range(256)) * 4, more=b"") -> bytes:
    header = box(b"mvhd", bytes(12), (1000).to_bytes(4), (seconds * 1000).to_bytes(4), bytes(80))
    index = box(b"moov", header, track(b"vide", pictures, 1280, 720), track(b"soun", sound), more)
    return box(b"ftyp", b"isom", bytes(4), b"isomavc1") + index + box(b"mdat", data)


def video_file(title="The film", content: bytes | None = None) -> VideoFile:
    video = VideoFile(title=title, file=ContentFile(content or mp4_bytes(), name="our film.mp4"))
    video.full_clean()
    video.save()
    return video


def a_picture() -> SiteImage:
    return SiteImage.objects.create(title="Poster", description="A street at dusk.", file=ContentFile(picture_bytes(), name="poster.png"))


def films_of(force, picture) -> SimpleNamespace:
    """`.index`, `.film` in English and `.urdu`, all published."""
    index = publish(force.home, FilmIndexPage(title="Films", slug="films", summary="Short films about our work."))
    fields = {"title": "Your neighbourhood team", "slug": "your-team", "summary": "A short film.", "captions": ENGLISH}
    film = publish(index, FilmPage(video=video_file(), poster=picture, **fields))
    urdu = publish(film, FilmVersionPage(language="ur", title="آپ کی ٹیم", summary="ایک مختصر فلم۔", captions=URDU))
    return SimpleNamespace(index=index, film=film, urdu=urdu)
