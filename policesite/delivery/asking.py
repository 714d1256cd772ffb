"""Which addresses ask "Is this page useful?": a view of a page says so of itself, the page shows the question, and an answer is kept for no other."""

from django.urls import ResolverMatch


def asks_if_useful(view):
    """Mark a view that answers with a page. Put it above every other decorator."""
    view.asks_if_useful = True
    return view


def is_asked_at(found: ResolverMatch | None) -> bool:
    """None, and what a template has in its place, is where no address was resolved: a preview, an error."""
    return getattr(found and found.func, "asks_if_useful", False)
