"""Whether a person may be shown. Pure: a name, a picture, what is known of the consent, and a day."""

from datetime import date

from policesite.images.models import SiteImage


def consent_problem(name: str, portrait: SiteImage | None, reference: str, until: date | None, day: date | None) -> str:
    """What is wrong with the consent, in a sentence; nothing for a role without anybody's name or face."""
    shows_face = portrait is not None and portrait.subject == SiteImage.Subject.STAFF
    if not (name or shows_face):
        return ""
    if not reference:
        return "Consent is missing."
    return "Consent ends before its day." if until and day and until < day else ""
