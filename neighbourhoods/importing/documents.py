"""JSON from outside: bounded depth, no NaN, and told apart from what was cut off half-way."""

import json

from policesite.importing.report import SourceError


def parsed(content: bytes, name: str):
    """What a JSON document says. Raises SourceError, naming it, for anything that is not one whole document."""
    try:
        return json.loads(_text(content), parse_constant=_refused)
    except RecursionError as error:
        raise SourceError(f"{name} is nested too deeply.") from error
    except ValueError as error:
        raise SourceError(f"{name} is not whole JSON: {error}.") from error


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _refused(constant):
    raise ValueError(f"{constant} is not a number")
