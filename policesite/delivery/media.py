"""Uploads at `/media/<token>/<name>`: a random token instead of a guessable path, and 404 as soon as nothing public uses the file.

A file is stored under the very name in its address. Each app that keeps files registers a Wagtail hook "find_media":
`find(token, name) -> Media | None`. Nothing else ever reads MEDIA_ROOT for a visitor.
"""

import mimetypes
import re
import secrets
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.core.files.base import File
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from wagtail import hooks

_RANGE = re.compile(r"bytes=([0-9]*)-([0-9]*)", re.ASCII | re.IGNORECASE)  # RFC 9110, 14.1: a unit's letters may be large
_MOST_DIGITS = 19  # more than any file has bytes; int() refuses thousands of digits
# What a browser may show in place; anything else is handed over as a download.
SHOWN_IN_PLACE = ("image/avif", "image/webp", "image/jpeg", "image/png", "image/gif", "video/mp4", "text/vtt", "application/pdf")


@dataclass(frozen=True)
class Media:
    """A stored file, and whether the public may have it now."""

    file: File
    is_public: bool


def new_token() -> str:
    """128 random bits, 22 characters."""
    return secrets.token_urlsafe(16)


def is_publicly_used(thing) -> bool:
    """Whether something public shows this picture or file: apps answer through the Wagtail hook "is_publicly_used"."""
    return any(answer(thing) for answer in hooks.get_hooks("is_publicly_used"))


@require_safe
def serve(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """The file, or 404 when it is private and the visitor is not staff. Ranges as in RFC 9110, one range a request."""
    media = next(filter(None, (find(token, name) for find in hooks.get_hooks("find_media"))), None)
    if media is None or not (media.is_public or _is_staff(request)):
        raise Http404("No such file.")
    try:
        response = _answer(request, media.file)
    except FileNotFoundError as error:
        raise Http404("No such file.") from error
    response["Cache-Control"] = "no-cache" if media.is_public else "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _is_staff(request: HttpRequest) -> bool:
    return request.user.has_perm("wagtailadmin.access_admin")


def _answer(request: HttpRequest, file: File) -> HttpResponse:
    content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if settings.MEDIA_ACCEL_PREFIX:
        response = HttpResponse(content_type=content_type)
        response["X-Accel-Redirect"] = settings.MEDIA_ACCEL_PREFIX + quote(file.name)
    else:
        response = _ranged(request, file, content_type)
    if content_type not in SHOWN_IN_PLACE:
        response["Content-Disposition"] = "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _ranged(request: HttpRequest, file: File, content_type: str) -> HttpResponse:
    size, modified = file.size, http_date(file.storage.get_modified_time(file.name).timestamp())
    wanted = _RANGE.fullmatch(request.headers.get("Range", ""))
    if request.method == "GET" and wanted and request.headers.get("If-Range", modified) == modified and any(wanted.groups()):
        response = _part(file, size, *wanted.groups(), content_type)
    else:
        response = FileResponse(file.storage.open(file.name), content_type=content_type)
    response["Accept-Ranges"] = "bytes"
    response["Last-Modified"] = modified
    return response


def _part(file: File, size: int, first: str, last: str, content_type: str) -> HttpResponse:
    start = _number(first) if first else max(0, size - _number(last))
    end = min(_number(last), size - 1) if first and last else size - 1
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    opened = file.storage.open(file.name)
    opened.seek(start)
    response = FileResponse(_Slice(opened, end - start + 1), status=206, content_type=content_type)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = end - start + 1
    return response


def _number(digits: str) -> int:
    return int(digits.lstrip("0")[:_MOST_DIGITS] or 0)


class _Slice:
    """The next `left` bytes of an open file, and no more."""

    def __init__(self, file, left: int):
        self.file, self.left = file, left

    def read(self, size: int = -1) -> bytes:
        block = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(block)
        return block

    def close(self):
        self.file.close()
