"""Taking a picture down: its address dies, its files leave the disk, and nothing shows it again. docs/adr/0060."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils.crypto import salted_hmac
from PIL import Image
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, ReferenceIndex
from wagtail.search.index import insert_or_update_object
from wagtail.tasks import delete_file_from_storage_task

from policesite import clock
from policesite.delivery.media import new_token
from policesite.delivery.schedule import Item
from policesite.naming.silencing import take_out
from policesite.naming.traces import Trace

from .models import SiteImage, TakenDownFile

NAMELESS = "A picture that was taken down"


def _blank() -> bytes:
    drawn = io.BytesIO()
    Image.new("L", (1, 1), 255).save(drawn, "PNG")
    return drawn.getvalue()


BLANK = _blank()


@transaction.atomic
def take_down(image: SiteImage, by=None) -> list[models.Model]:
    """Take `image` off the whole site, at once and for good; `by` is who did it, None for the schedule. Safe to repeat.

    In one transaction: every page or record that shows it drops it (a field is emptied; a block of a body goes with its
    caption), its sizes are deleted, its address changes, its name, description and tags are forgotten, and a blank stands
    in for the original. When the transaction commits, every file leaves the disk. A field that can't be empty, and an old
    revision, still point to it, and show nothing. Returns the objects that showed it.
    """
    image = SiteImage.objects.select_for_update(of=("self",)).get(pk=image.pk)
    if image.taken_down_at:
        return []
    showed = [shown for reference in ReferenceIndex.get_references_to(image) if (shown := _drop(reference, image))]
    _remember(image)
    _remove_files(image)
    _forget(image)
    log(instance=image, action="images.take_down", user=by)
    return showed


def _drop(reference: ReferenceIndex, image: SiteImage) -> models.Model | None:
    """Take the picture out of the field that `reference` names; None where what showed it has gone meanwhile."""
    holder = reference.content_type.model_class()._base_manager.filter(pk=reference.object_id).first()
    field = reference.source_field
    if holder and isinstance(field, StreamField):
        in_block = reference.content_path.split(".")[1]
        _write(holder, field, [dict(block) for block in getattr(holder, field.name).raw_data if block.get("id") != in_block])
    elif holder and isinstance(field, models.ForeignKey) and field.null:
        _write(holder, field, None)
    return holder


def _write(holder: models.Model, field: models.Field, value) -> None:
    """Straight to the table: what else is wrong with an old page must not keep a picture up."""
    stored = field.to_python(value) if isinstance(field, StreamField) else value
    type(holder)._base_manager.filter(pk=holder.pk).update(**{field.name: stored})
    fresh = type(holder)._base_manager.get(pk=holder.pk)
    ReferenceIndex.create_or_update_for_object(fresh)
    insert_or_update_object(fresh)  # the caption went with the block


def was_taken_down(content: bytes) -> bool:
    """Whether a picture of these very bytes was taken down. An import asks; an editor may upload it again, with a new authorisation."""
    return TakenDownFile.objects.filter(digest__in=_digests(content)).exists()


def _remember(image: SiteImage) -> None:
    with suppress(OSError), image.file.storage.open(image.file.name) as file:  # one that the disk has lost is taken down all the same
        TakenDownFile.objects.get_or_create(digest=_digests(file.read())[0])


def _digests(content: bytes) -> list[str]:
    """Under the secret key, and those before it: nobody without one can try a photograph on them."""
    plain, keys = hashlib.sha256(content).hexdigest(), (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [salted_hmac("images.taken_down", plain, secret=key, algorithm="sha256").hexdigest() for key in keys]


def _remove_files(image: SiteImage) -> None:
    """Forget every rendition, and give the original a new address and a blank picture.

    The disk changes when the transaction commits: a rehearsal leaves it as it was. Each file leaves it in a task of
    Wagtail's: a disk that refuses one is logged, and does not keep the others up.
    """
    old, storage = image.file.name, image.file.storage
    image.renditions.all().delete()
    image.token = new_token()
    new = image.file.name = image.get_upload_to("blank.png")
    image.width = image.height = 1
    image.file_size, image.file_hash = len(BLANK), ""
    transaction.on_commit(lambda: delete_file_from_storage_task.enqueue(storage.deconstruct(), old))
    transaction.on_commit(lambda: storage.save(new, ContentFile(BLANK)), robust=True)  # a full disk is logged


def _forget(image: SiteImage) -> None:
    """Its name may be a person's, in the library and in the record of who uploaded it."""
    image.title = image.description = NAMELESS
    image.credit, image.taken_down_at = "", clock.now()
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = None
    image.tags.clear()
    image.save()
    ModelLogEntry.objects.for_instance(image).update(label=NAMELESS)


def silence(trace: Trace, by) -> None:
    """A picture that is said to show somebody goes; one that only owes them its credit loses that."""
    take_down(trace.row, by) if is_of_them(trace) else take_out(trace, by)


def is_of_them(trace: Trace) -> bool:
    """Whether a picture that names somebody is said to show them."""
    return trace.fields != {"credit"}


def silence_tag(trace: Trace, by) -> None:
    """Somebody's name as a tag: every picture that bears it is of them."""
    for image in SiteImage.objects.filter(tags=trace.row, taken_down_at=None):
        take_down(image, by)
    trace.row.delete()


def due(now: datetime) -> Iterator[Item]:
    """For the hook `due_items`: the pictures whose last day somebody named when it was authorised, and which is over."""
    for image in pictures_due(now):
        yield Item(f"take down picture {image.pk}", partial(_take_down_due, image))


def pictures_due(now: datetime) -> Iterable[SiteImage]:
    return SiteImage.objects.filter(taken_down_at=None, take_down_on__lte=now.astimezone(clock.LONDON).date()).order_by("take_down_on", "pk")


def _take_down_due(image: SiteImage) -> bool:
    take_down(image)
    return True
