from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "policesite.files"
    label = "files"
    verbose_name = "Files"
