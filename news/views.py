from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from policesite.editing.holding import NotPossible

from .closing import close
from .forms import CloseForm
from .models import NewsArticlePage


@permission_required("pages.hold_pagestate", raise_exception=True)
def close_appeal(request: HttpRequest, page_id: int) -> HttpResponse:
    """For whoever may take pages down: found, arrested or closed, in one step. 404 for what they may not edit."""
    article = get_object_or_404(NewsArticlePage, pk=page_id).source
    if not article.permissions_for_user(request.user).can_edit():
        return get_object_or_404(NewsArticlePage.objects.none())
    form = CloseForm(article, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _close(request, article, form)
    return render(request, "news/close_appeal.html", {"page": article, "form": form, "pictures": form.pictures})


def _close(request: HttpRequest, article: NewsArticlePage, form: CloseForm) -> HttpResponse:
    said = form.cleaned_data
    try:
        done = close(article, said["outcome"], said["on"], request.user, said["name"], form.kept, form.also)
    except NotPossible as why_not:
        messages.error(request, str(why_not))
    else:
        messages.success(request, f"Done: “{done.title}”. The name and the pictures are off the site.")
    return redirect("wagtailadmin_explore", article.get_parent().pk)
