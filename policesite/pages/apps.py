from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "policesite.pages"
    label = "pages"
    verbose_name = "Pages"
