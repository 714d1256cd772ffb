"""What the editor's forms say when captions or a film can't be used."""

from django.core.exceptions import ValidationError

from . import mp4, webvtt

LARGEST = 100 * 1024 * 1024  # bytes; two minutes at 720 lines take about 20 MB


def validate_captions(text: str) -> None:
    try:
        webvtt.parse(text)
    except webvtt.BadCaptions as error:
        raise ValidationError([f"Line {line}: {sentence}" for line, sentence in error.problems[:10]]) from error


def read_film(file) -> mp4.Film:
    """What kind of film is being uploaded; what it tells of where it was made is blanked. Raises ValidationError, for the field "file", when it is not one that we can show."""
    if file.size > LARGEST:
        raise ValidationError({"file": f"This film is larger than {LARGEST // 1024 // 1024} MB. Export it at 720 lines and try again."})
    try:
        film = mp4.describe(file)
        mp4.forget_origin(file)
        return film
    except mp4.NotAFilm as error:
        raise ValidationError({"file": str(error)}) from error
