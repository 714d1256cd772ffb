from django.dispatch import receiver
from wagtail.signals import page_published

from .models import CampaignPage
from .scheduling import follow_campaign


@receiver(page_published, sender=CampaignPage)
def keep_the_week_true(sender, instance, **kwargs):
    """However a campaign comes to have another release time, what is scheduled follows it: nothing comes out at the old one."""
    if instance.live:  # the signal comes, too, when a page is only scheduled
        follow_campaign(instance)
