from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "policesite.delivery"
    label = "delivery"
    verbose_name = "Delivery"
