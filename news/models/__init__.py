from .articles import NewsArticlePage, UpdateNote
from .index import NewsIndexPage
from .topics import Topic

__all__ = ["NewsArticlePage", "NewsIndexPage", "Topic", "UpdateNote"]
