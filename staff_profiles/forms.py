from wagtail.admin.forms import WagtailAdminPageForm

from .consent import consent_problem


class StaffProfileForm(WagtailAdminPageForm):
    """Tells the profile which campaign it stands in, and the editor that a day is taken."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.parent_page:
            self.instance.campaign = self.parent_page.specific

    def clean(self):
        cleaned = super().clean()
        day, campaign = cleaned.get("day"), self.instance.campaign
        if day and not campaign.starts <= day <= campaign.ends:
            self.add_error("day", f"The campaign runs from {campaign.starts:%d/%m/%Y} to {campaign.ends:%d/%m/%Y}.")
        elif day and campaign.profiles.filter(day=day).exclude(pk=self.instance.pk).exists():
            self.add_error("day", "That day has its profile already.")
        if self.would_publish:
            self.ask_for_consent(cleaned)
        return cleaned

    @property
    def would_publish(self) -> bool:
        """Whether the button pressed is Publish or Approve; what other doors let through, the database refuses."""
        return "action-publish" in self.data or self.data.get("workflow-action-name") == "approve"

    def ask_for_consent(self, cleaned) -> None:
        """Nobody is shown without it: a draft may wait for it, the site may not."""
        told = [cleaned.get(name) for name in ("display_name", "portrait", "consent_reference", "consent_until", "day")]
        if problem := consent_problem(*told):
            self.add_error("consent_until" if cleaned.get("consent_reference") else "consent_reference", problem)
