from wagtail import hooks

from policesite.delivery.media import Media, is_publicly_used
from policesite.naming.silencing import delete

from .models import SiteDocument


@hooks.register("find_media")
def find_file(token: str, name: str) -> Media | None:
    document = SiteDocument.objects.filter(token=token, file=f"{token}/{name}").first()
    return document and Media(document.file, is_public=is_publicly_used(document))


@hooks.register("private_words")
def what_no_reader_sees() -> dict[str, str]:
    return {"files.SiteDocument.token": "random", "files.SiteDocument.file_hash": "a digest"}


@hooks.register("silence_rows")
def silence_files() -> dict:
    return {"files.SiteDocument": delete}
