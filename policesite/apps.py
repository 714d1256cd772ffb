from django.apps import AppConfig


class PoliceSiteConfig(AppConfig):
    name = "policesite"
    verbose_name = "Police site"

    def ready(self):
        from . import checks  # noqa: F401  registers itself
