from django.apps import AppConfig


class FilmsConfig(AppConfig):
    name = "policesite.films"
    label = "films"
    verbose_name = "Films"
