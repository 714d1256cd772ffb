from django.apps import AppConfig


class EditingConfig(AppConfig):
    name = "policesite.editing"
    label = "editing"
    verbose_name = "Editing"
