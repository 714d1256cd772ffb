"""Campaign weeks that thank the people who work here: one profile a day, live by itself at the campaign's hour."""

from .campaigns import CampaignPage, Day
from .profiles import StaffProfilePage
from .recognition import StaffRecognitionPage
from .vacancies import DeadVacancy

__all__ = ["CampaignPage", "Day", "DeadVacancy", "StaffProfilePage", "StaffRecognitionPage"]
