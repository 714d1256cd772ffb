from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Someone who works on the site. Our own from the first migration: it can't be changed to one later."""
