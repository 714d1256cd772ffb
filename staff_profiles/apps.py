from django.apps import AppConfig


class StaffProfilesConfig(AppConfig):
    name = "staff_profiles"
    label = "staff_profiles"
    verbose_name = "Staff recognition"

    def ready(self):
        from . import signals  # noqa: F401  it connects itself
