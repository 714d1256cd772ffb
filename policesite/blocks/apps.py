from django.apps import AppConfig


class BlocksConfig(AppConfig):
    name = "policesite.blocks"
    label = "blocks"
    verbose_name = "Blocks"
