from wagtail.admin.forms import WagtailAdminPageForm


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
        return cleaned
