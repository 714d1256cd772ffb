from django.dispatch import receiver
from wagtail.signals import page_published

from policesite import clock

from . import entries


@receiver(page_published)
def learn_published_page(sender, instance, **kwargs):
    """By whatever door it was published (Wagtail's hooks see the edit view alone), a page is found at once."""
    entries.learn_page(instance, clock.now())
