from django.apps import AppConfig


class ForcesConfig(AppConfig):
    name = "policesite.forces"
    label = "forces"
    verbose_name = "Forces"
