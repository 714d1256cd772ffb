from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "policesite.search"
    label = "search"
    verbose_name = "Search"
