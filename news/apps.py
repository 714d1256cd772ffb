from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "news"
    label = "news"
    verbose_name = "News"

    def ready(self):
        from . import notes  # noqa: F401  it connects itself
