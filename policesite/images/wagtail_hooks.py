from wagtail import hooks

from policesite.delivery.coming import Changes
from policesite.delivery.media import Media

from . import taking_down
from .models import SiteImage

hooks.register("due_items", taking_down.due)


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


@hooks.register("construct_image_chooser_queryset")
def offer_no_picture_that_was_taken_down(images, request):
    return images.filter(taken_down_at=None)


@hooks.register("register_log_actions")
def what_is_logged(actions):
    actions.register_action("images.take_down", "Take down", "Taken down for good, from every page")


@hooks.register("private_words")
def what_no_reader_sees() -> dict[str, str]:
    made = ("SiteRendition", "TakenDownFile", "SiteImage.file", "SiteImage.file_hash", "SiteImage.token")
    return dict.fromkeys((f"images.{each}" for each in made), "made by the site") | {"images.SiteImage.authorised_by": "for staff alone"}


@hooks.register("silence_rows")
def silence_pictures() -> dict:
    return {"images.SiteImage": taking_down.silence, "taggit.Tag": taking_down.silence_tag}


@hooks.register("coming_changes")
def pictures_that_come_down() -> list[Changes]:
    return [Changes(SiteImage.objects.filter(taken_down_at=None), "take_down_on", lambda image: f"the picture “{image}” comes down")]
