"""A force as search engines know it (schema.org): whose news, films, events and desks these are."""

from wagtail.models import Site


def organization(site: Site) -> dict:
    """For a site with its force (forces/sites.py)."""
    return {"@type": "GovernmentOrganization", "name": site.force.name, "url": f"{site.root_url}/"}
