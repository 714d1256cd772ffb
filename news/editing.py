"""What the editor of a story is told before it is published."""

from wagtail.admin.forms import WagtailAdminPageForm

from news.kinds import ALWAYS_ENDS, Outcome
from policesite.images.models import SiteImage

NOT_SAID = (
    "This picture is not said to be of a person, so nobody answers for it and it would stay when the appeal is over. Open it under “Images”: "
    "choose under “Subject” what it shows, for example “Somebody missing”, and give who authorised it and the day it comes down. Then publish."
)


class NewsArticleForm(WagtailAdminPageForm):
    def clean(self):
        """The face of somebody wanted or missing has somebody who answers for it, and a day on which it goes."""
        cleaned = super().clean()
        hero = cleaned.get("hero")
        is_appeal = cleaned.get("kind") in ALWAYS_ENDS and self.instance.outcome == Outcome.OPEN
        if self.asks_to_publish and is_appeal and hero and hero.subject not in SiteImage.SENSITIVE:
            self.add_error("hero", NOT_SAID)
        return cleaned

    @property
    def asks_to_publish(self) -> bool:
        """Whether the button pressed is Publish, Submit or Approve: a draft may wait."""
        return bool({"action-publish", "action-submit", "workflow-action-name"} & self.data.keys())
