from django.db.models.signals import post_save
from django.dispatch import receiver

from . import renditions
from .models import SiteImage


@receiver(post_save, sender=SiteImage)
def make_renditions(sender, instance, raw, **kwargs):
    """However a picture came in (form, bulk upload, command), its sizes are there before any page can show it."""
    if not raw and not instance.taken_down_at:
        renditions.make(instance)
