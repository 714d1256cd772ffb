from django.apps import AppConfig


class NamingConfig(AppConfig):
    name = "policesite.naming"
    label = "naming"
    verbose_name = "Names of people"
