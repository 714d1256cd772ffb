"""The front page: what most people come for first, then what is new, then who works here."""

from wagtail.models import Page

from .stage import Stage
from .writing import typeset


def sections(page: dict[str, Page]) -> list[tuple]:
    """`page` finds a page by its address."""
    return [
        ("contact", {"page": page["/contact-us/enquiry-desks/campbell-square/"]}),
        ("tasks", {"heading": "What do you need to do?", "tasks": tasks(page)}),
        ("latest", {"heading": "Latest news", "page": page["/news/"], "count": 4, "link_text": "All news"}),
        ("spotlight", {"heading": "Staff recognition", "page": page["/staff-recognition/"]}),
        (
            "film",
            {
                "heading": "What your neighbourhood team does",
                "text": "A short film about the officers who know your streets, and how to reach them, in your language.",
                "page": page["/films/neighbourhood-policing/"],
                "messaging": True,
            },
        ),
    ]


def tasks(page: dict[str, Page]) -> list[dict]:
    return [
        task("Report something", "A crime, a collision or anti-social behaviour, online", "report", service="report"),
        task("Get help with domestic abuse", "What to do now, who can help, how to hide your visit", "chat", page["/advice/domestic-abuse/"]),
        task("Find an enquiry desk", "Where they are, and which are open now", "clock", page["/contact-us/enquiry-desks/"]),
        task("Protect your home", "An hour of small jobs that put burglars off", "bell", page["/advice/burglary/"]),
        task("Report fraud", "If somebody has your money or your details", "form", page["/advice/fraud/"]),
        task("Meet your officers", "Surgeries and Beat Bus stops near you", "bus", page["/neighbourhoods/"]),
    ]


def task(title: str, words: str, icon: str, page: Page | None = None, service: str = "") -> dict:
    return {"title": title, "text": typeset(words), "icon": icon, "page": page, "service": service}


def load(stage: Stage) -> None:
    """Last of all: it points to every room."""
    there = {page.url: page for page in stage.home.get_descendants().live()}
    home = stage.home.specific_class.objects.get(pk=stage.home.pk)
    home.sections = sections(there)
    stage.republish(home)
