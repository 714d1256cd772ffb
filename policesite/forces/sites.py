"""Which Site a request is for, with its force and all its settings: one statement, once a request."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.request import split_domain_port
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry
from wagtail.models import Site

from .models import Force


def site_of(request: HttpRequest) -> Site:
    """The Site with `site.force`, `site.quickexitsettings` and so on already there; a setting never saved has its defaults.

    Raises Http404 where no Site answers to the host.
    """
    if not hasattr(request, "_wagtail_site"):  # where Wagtail looks before it asks the database
        request._wagtail_site = _find(request)
    if request._wagtail_site is None:
        raise Http404("No site has this address.")
    return request._wagtail_site


def with_settings(sites=None):
    """Sites with the root page and every site setting loaded in the same statement."""
    names = (model._meta.model_name for model in _settings())
    return (sites or Site.objects.all()).select_related("root_page", *names)


def fill_settings(site: Site) -> Site:
    """Give the Site the default of each setting that nobody has saved yet."""
    for model in _settings():
        name = model._meta.model_name
        if name not in site._state.fields_cache or site._state.fields_cache[name] is None:
            setattr(site, name, model(site=site))
    return site


def site_without_database() -> Site:
    """A Site with every setting at its default, for the pages that are shown when the database does not answer."""
    site = Site(site_name=settings.WAGTAIL_SITE_NAME)
    site.force = Force(site=site, name=settings.WAGTAIL_SITE_NAME)
    fill_settings(site)
    site.consentsettings = None  # nobody can say what is asked for now, so nobody is asked and nothing optional runs
    return site


def _settings() -> list[type[BaseSiteSetting]]:
    return [model for model in registry if issubclass(model, BaseSiteSetting)]


def _find(request: HttpRequest) -> Site | None:
    host, port = split_domain_port(request.get_host())
    sites = {(site.hostname, site.port): site for site in with_settings()}
    named = [site for (hostname, _), site in sites.items() if hostname == host]
    exact = sites.get((host, int(port or request.META.get("SERVER_PORT") or 80)))
    default = next((site for site in sites.values() if site.is_default_site), None)
    found = exact or next((site for site in named if site.is_default_site), None) or (named[0] if len(named) == 1 else default)
    return found and fill_settings(found)
