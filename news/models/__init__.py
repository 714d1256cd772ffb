from .addresses import FormerAddress
from .articles import NewsArticlePage, UpdateNote
from .index import NewsIndexPage
from .origin import Origin
from .topics import Topic

__all__ = ["FormerAddress", "NewsArticlePage", "NewsIndexPage", "Origin", "Topic", "UpdateNote"]
