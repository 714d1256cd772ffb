from wagtail import hooks

from policesite.delivery.media import Media

from .models import SiteImage


@hooks.register("find_media")
def find_picture(token: str, name: str) -> Media | None:
    """A rendition, public while something public uses the picture; the original is for staff alone."""
    image = SiteImage.objects.filter(token=token).first()
    if image is None:
        return None
    if image.file.name == f"{token}/{name}":
        return Media(image.file, is_public=False)
    rendition = image.renditions.filter(file=f"{token}/{name}").first()
    return rendition and Media(rendition.file, is_public=image.is_public())
