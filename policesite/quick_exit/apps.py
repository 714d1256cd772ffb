from django.apps import AppConfig


class QuickExitConfig(AppConfig):
    name = "policesite.quick_exit"
    label = "quick_exit"
    verbose_name = "Quick exit"
