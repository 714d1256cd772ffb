from wagtail import hooks
from wagtail.contrib.redirects.models import Redirect

from .silencing import delete

STAFF = "for staff alone"
KEYS = "made by the site, not written by anybody"


@hooks.register("private_words")
def of_django_and_wagtail() -> dict[str, str]:
    """What the packages that we stand on keep, and no page shows."""
    apps = ("auth", "sessions", "wagtailadmin", "wagtailusers")
    models = ("ModelLogEntry", "PageLogEntry", "Comment", "CommentReply", "Collection", "UploadedFile", "Workflow", "WorkflowState", "Task", "TaskState",
              "PageViewRestriction", "CollectionViewRestriction")  # fmt: skip
    made = ("contenttypes", "wagtailsearch", "wagtailcore.Locale", "wagtailcore.ReferenceIndex", "wagtailcore.Page.path", "wagtailcore.Page.url_path",
            "wagtailcore.Site.hostname")  # fmt: skip
    return {
        **dict.fromkeys([*apps, *(f"wagtailcore.{model}" for model in models), "wagtailcore.Page.draft_title"], STAFF),
        **dict.fromkeys(made, KEYS),
        "wagtailcore.Revision": "versions of pages: looked through apart",
        "wagtailimages": "we have pictures of our own",
        "wagtaildocs": "we have files of our own",
        "wagtailembeds": "nothing is embedded",
    }


@hooks.register("register_log_actions")
def what_is_logged(actions):
    actions.register_action("naming.take_words_out", "Take words out", "Words that named somebody were taken out")


@hooks.register("silence_rows")
def silence_redirects() -> dict:
    return {Redirect._meta.label: delete}
