"""Captions in WebVTT (https://www.w3.org/TR/webvtt1/), read strictly, and the transcript that they give.

The part of the format that captions need: cues with a start, an end, who speaks (`<v Name>`) and plain words. Styles,
regions and other tags are refused, so that whatever we serve is shown alike everywhere. No Django in here.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"^{_TIME}[ \t]+-->[ \t]+{_TIME}((?:[ \t]+\S+)*)[ \t]*$")
_SETTING = re.compile(r"^(?:line|position|size|align|vertical):\S+$")
_VOICE = re.compile(r"^<v(?:\.[\w.-]+)?[ \t]+([^<>\n]+)>(.*?)(?:</v>)?$", re.DOTALL)


@dataclass(frozen=True)
class Cue:
    """What is said between two moments. `start` and `end` in milliseconds; `speaker` is empty where nobody is named.

    `settings` say where it stands on the picture, as WebVTT writes them: "line:85%".
    """

    start: int
    end: int
    speaker: str
    text: str
    settings: str = ""


@dataclass(frozen=True)
class Turn:
    """What one speaker says before the next one does."""

    speaker: str
    text: str


class BadCaptions(ValueError):
    """Why captions can't be used: `problems` is a list of (line number from 1, sentence)."""

    def __init__(self, problems: list[tuple[int, str]]):
        self.problems = problems
        super().__init__(" ".join(f"Line {line}: {sentence}" for line, sentence in problems))


def parse(text: str) -> list[Cue]:
    """The cues, in order of time. Raises BadCaptions with everything that is wrong, not only the first thing."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.match(r"^WEBVTT(?:[ \t].*)?$", lines[0]):
        raise BadCaptions([(1, "The first line must be WEBVTT.")])
    cues, problems = [], []
    for number, block in _blocks(lines):
        try:
            cues += _cue(number, block)
        except BadCaptions as error:
            problems += error.problems
    problems += _out_of_order(cues)
    if problems or not cues:
        raise BadCaptions(problems or [(1, "There are no captions here.")])
    return [cue for _, cue in cues]


def transcript(cues: list[Cue]) -> list[Turn]:
    """The same words to read: one turn for each time that the speaker changes."""
    return [Turn(speaker, " ".join(cue.text for cue in said).replace("\n", " ")) for speaker, said in groupby(cues, key=lambda cue: cue.speaker)]


def write(cues: list[Cue]) -> str:
    """WebVTT for viewers: nothing but the cues. Where a speaker begins, the name is a part of the words: no browser draws `<v>`."""
    blocks = ["WEBVTT"]
    for speaker, said in groupby(cues, key=lambda cue: cue.speaker):
        name = html.escape(speaker, quote=False)
        for place, cue in enumerate(said):
            voice = f"<v {name}>" + f"{name}: " * (place == 0) if name else ""
            timing = f"{_stamp(cue.start)} --> {_stamp(cue.end)} {cue.settings}".rstrip()
            blocks.append(f"{timing}\n{voice}{html.escape(cue.text, quote=False)}")
    return "\n\n".join(blocks) + "\n"


def _stamp(moment: int) -> str:
    seconds, thousandths = divmod(moment, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{thousandths:03}"


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The runs of lines between empty ones, each with the number of its first line. What follows WEBVTT directly is one, too."""
    block: list[str] = []
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cue(number: int, block: list[str]) -> list[tuple[int, Cue]]:
    """The cue that a block holds, with its line number; nothing for a note."""
    if re.match(r"^NOTE(?:[ \t]|$)", block[0]):
        return []
    if block[0].strip() in ("STYLE", "REGION"):
        raise BadCaptions([(number, "Styles and regions can't be used: captions look as the reader has set them.")])
    if not any("-->" in line for line in block[:2]):
        raise BadCaptions([(number, "Here a time should stand, such as 00:01.000 --> 00:04.000.")])
    if "-->" not in block[0]:  # a name for the cue, which nothing needs
        number, block = number + 1, block[1:]
    start, end, settings = _times(number, block[0])
    speaker, text = _words(number + 1, block[1:])
    return [(number, Cue(start, end, speaker, text, settings))]


def _times(number: int, line: str) -> tuple[int, int, str]:
    found = _TIMING.match(line)
    if not found:
        raise BadCaptions([(number, "Write times as 00:01.000 --> 00:04.000, with three digits after the point.")])
    start, end = _milliseconds(*found.groups()[:4]), _milliseconds(*found.groups()[4:8])
    if end <= start:
        raise BadCaptions([(number, "This caption ends before it starts.")])
    settings = found[9].split()
    for setting in settings:
        if not _SETTING.match(setting):
            raise BadCaptions([(number, f"“{setting}” is not something that WebVTT can set.")])
    return start, end, " ".join(settings)


def _milliseconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def _words(number: int, lines: list[str]) -> tuple[str, str]:
    """Who speaks, and what is said."""
    if not lines:
        raise BadCaptions([(number - 1, "This caption has no words.")])
    for offset, line in enumerate(lines):
        if "-->" in line:
            raise BadCaptions([(number + offset, "Leave an empty line before the next caption.")])
    said = "\n".join(line.strip() for line in lines)
    voice = _VOICE.match(said)
    speaker, said = (voice[1], voice[2]) if voice else ("", said)
    if "<" in said or ">" in said:
        raise BadCaptions([(number, "Only plain words, and <v Name> before them. Write &lt; for a < that is meant to be read.")])
    words = "\n".join(line.strip() for line in html.unescape(said).splitlines() if line.strip())
    if not words:
        raise BadCaptions([(number, "This caption has no words.")])
    return " ".join(html.unescape(speaker).split()), words


def _out_of_order(cues: list[tuple[int, Cue]]) -> list[tuple[int, str]]:
    pairs = pairwise(cues)
    return [(number, "This caption starts before the one above it.") for (_, before), (number, cue) in pairs if cue.start < before.start]
