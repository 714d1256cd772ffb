from wagtail import hooks

from policesite.delivery.media import Media, is_publicly_used

from .models import SiteDocument


@hooks.register("find_media")
def find_file(token: str, name: str) -> Media | None:
    document = SiteDocument.objects.filter(token=token, file=f"{token}/{name}").first()
    return document and Media(document.file, is_public=is_publicly_used(document))
