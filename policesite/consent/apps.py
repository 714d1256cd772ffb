from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "policesite.consent"
    label = "consent"
    verbose_name = "Consent"
