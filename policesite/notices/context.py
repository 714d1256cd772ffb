from django.http import HttpRequest


def notices(request: HttpRequest) -> dict:
    """What stands above every page: filled by the notices app's own models."""
    return {}
