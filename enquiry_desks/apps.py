from django.apps import AppConfig


class EnquiryDesksConfig(AppConfig):
    name = "enquiry_desks"
    label = "enquiry_desks"
    verbose_name = "Enquiry desks"
