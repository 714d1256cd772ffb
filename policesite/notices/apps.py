from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "policesite.notices"
    label = "notices"
    verbose_name = "Notices"
