from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "policesite.users"
    label = "users"
    verbose_name = "Users"
