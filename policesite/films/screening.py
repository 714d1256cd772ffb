import hashlib
import json

from django.utils.functional import cached_property

from policesite.images.renditions import is_shared

from . import webvtt
from .languages import Language, spoken

POSTER_WIDTH = 960  # pixels: the widest that the player is shown at 1 pixel a dot is 816


def fingerprint(video: int | None, *texts: str) -> str:
    """The sha-256 of a film's file and words, however an editor's browser ends its lines."""
    said = [video, *(text.replace("\r\n", "\n").strip() for text in texts)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def cues_of(captions: str) -> list[webvtt.Cue]:
    """Nothing for captions that can't be read, as a draft's may be."""
    try:
        return webvtt.parse(captions)
    except webvtt.BadCaptions:
        return []


def transcript(captions: str) -> list[webvtt.Turn]:
    return webvtt.transcript(cues_of(captions))


def transcript_text(captions: str) -> str:
    return "\n".join(f"{turn.speaker} {turn.text}" for turn in transcript(captions))


class Screening:
    """What the public sees of a film in one language. What a version lacks is taken from the English film."""

    def __init__(self, page, film):
        self.page, self.film = page, film

    @property
    def language(self) -> Language:
        return spoken(self.page.language)

    @cached_property
    def video(self):
        return self.page.video or self.film.video

    @cached_property
    def poster(self):
        return self.page.poster or self.film.poster

    @property
    def poster_url(self) -> str:
        """One file, for <video poster>, which can't choose."""
        files = self.poster.sources.get("webp") or self.poster.sources.get("jpeg") or []
        wide = [file for file in files if file.width >= POSTER_WIDTH]
        return (wide[:1] or files[-1:])[0].url if files else ""

    @property
    def is_poster_shared(self) -> bool:
        """Whether search engines may have it, by the rule for all pictures."""
        return bool(self.poster_url) and is_shared(self.poster)

    @property
    def captions_url(self) -> str:
        return f"{self.page.url}captions.vtt"

    @property
    def track_kind(self) -> str:
        """As HTML has it: captions of the sound that is heard, or a translation of it."""
        return "captions" if self.page.video else "subtitles"

    @cached_property
    def transcript(self) -> list[webvtt.Turn]:
        return transcript(self.page.captions)
