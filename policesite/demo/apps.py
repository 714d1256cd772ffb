from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "policesite.demo"
    label = "demo"
    verbose_name = "Demonstration"
