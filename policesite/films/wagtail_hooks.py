from django.contrib import messages
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from policesite.delivery.media import Media, is_publicly_used

from .models import FilmVersionPage, VideoFile
from .structured import for_sitemap

hooks.register("sitemap_details", for_sitemap)


class VideoFileChooserViewSet(SnippetChooserViewSet):
    """Choosing a film's file, with a tab to upload one."""

    form_fields = ["title", "file"]
    creation_tab_label = "Upload"
    create_action_label = "Upload"


class VideoFileViewSet(SnippetViewSet):
    model = VideoFile
    chooser_viewset_class = VideoFileChooserViewSet
    icon = "media"
    menu_label = "Film files"
    add_to_admin_menu = True
    list_display = ["title", "seconds", "width", "height"]
    search_fields = ["title"]


register_snippet(VideoFileViewSet)


@hooks.register("find_media")
def find_film(token: str, name: str) -> Media | None:
    video = VideoFile.objects.filter(token=token, file=f"{token}/{name}").first()
    return video and Media(video.file, is_public=is_publicly_used(video))


@hooks.register("before_edit_page")
def say_that_the_film_has_changed(request, page):
    """Editors see at once that a version lags behind, and what to do."""
    if request.method == "GET" and isinstance(page, FilmVersionPage) and page.is_behind:
        messages.warning(
            request,
            "The English film has changed since this version was made, and the page says so to its readers. "
            "Bring it up to date, then tick “It says what the English film says now”.",
        )


@hooks.register("private_words")
def what_no_viewer_sees() -> dict[str, str]:
    return {"films.VideoFile": "its title is for staff alone, its address a token", "films.FilmVersionPage.made_from": "a digest"}
