"""The site itself: its address, its home page, and the force whose it is."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from policesite import clock
from policesite.forces.models import Force
from policesite.notices.models import BetaSettings
from policesite.pages.models import HomePage
from policesite.quick_exit.models import QuickExitSettings

THEIRS = "https://www.northants.police.uk"
BETA_LASTS = timedelta(days=60)

# Commissioner and messaging service as in the force's own news; the addresses are its present public services.
# The press office's number, and the email addresses, are examples: Ofcom and RFC 2606 keep such ones free.
FORCE = {
    "code": "northamptonshire",
    "name": "Northamptonshire Police",
    "county": "Northamptonshire",
    "commissioner_title": "Police, Fire and Crime Commissioner",
    "commissioner_name": "Danielle Stone",
    "messaging_name": "Northamptonshire Talking",
    "messaging_url": f"{THEIRS}/neighbourhoods",
    "press_office_phone": "01632 960 100",
    "press_office_email": "press@northants.example",
    "security_contact": "mailto:security@northants.example",
    "report_url": f"{THEIRS}/ro/report/",
    "complaints_url": f"{THEIRS}/fo/feedback/tc/thanks-and-complaints/",
    "foi_url": f"{THEIRS}/rqo/request/ri/request-information/",
    "jobs_url": f"{THEIRS}/police-forces/northamptonshire-police/areas/careers/careers/",
}


def load() -> Site:
    """The default site, at PUBLIC_ADDRESS, with a home page that later steps fill."""
    home = HomePage(
        title="Home",
        slug="home",
        summary="Report a crime, find your neighbourhood team, check when an enquiry desk is open, and read the latest from Northamptonshire Police.",
        hero_lede="Find the officers who look after your streets, and see what they are working on.",
        live=False,
    )
    Page.objects.get(depth=1).add_child(instance=home)
    site = Site.objects.create(**address(), root_page=home, is_default_site=True, site_name=FORCE["name"])
    Force.objects.create(site=site, **FORCE)
    today = clock.today()
    BetaSettings.objects.create(site=site, is_on=True, starts=today, ends=today + BETA_LASTS)
    QuickExitSettings.objects.create(site=site)
    home.save_revision().publish()
    return site


def readdress() -> None:
    """Tell the site where it is served now: another start may be on another port."""
    for site in Site.objects.filter(is_default_site=True).exclude(**address()):
        Site.objects.filter(pk=site.pk).update(**address())


def address() -> dict:
    parts = urlsplit(settings.PUBLIC_ADDRESS)
    return {"hostname": parts.hostname, "port": parts.port or {"https": 443}.get(parts.scheme, 80)}
