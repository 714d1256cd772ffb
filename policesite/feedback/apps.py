from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "policesite.feedback"
    label = "feedback"
    verbose_name = "Feedback"
