"""Places that are spelt nearly as somebody typed them: by the groups of three letters they have in common (pg_trgm)."""

import re
import unicodedata
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import Q
from django.db.models.functions import Greatest
from django.utils.text import slugify
from wagtail.models import Site

from .models import NeighbourhoodPage, Place
from .models.gazetteer import place_key

# Of 1, the part of their letter groups that two names share. Below the first, a name is another name altogether
# ("Southampton" and "Northampton": 0.41); from the second on, one letter is missing, doubled or wrong.
WORTH_ASKING, NEARLY_SURE = 0.35, 0.5
# A name of which only a part was typed ("Addington" of "Great Addington") is worth asking, and never sure.
PART = 0.49
# The likeliest must be this much nearer than the next, or people choose.
AHEAD = 0.1
MOST_CHOICES = 4


@dataclass(frozen=True)
class Likely:
    """A name that we know, and how like what was typed it is."""

    name: str
    likeness: float


def likely_names(typed: str, site: Site) -> list[Likely]:
    """Names of places and areas of one site's force, the likeliest first; two reads, the places' through an index."""
    key = place_key(typed)
    words = re.sub(r"\W+", " ", unicodedata.normalize("NFKC", typed))
    near = Q(key__trigram_similar=key) | Q(name__trigram_word_similar=words)
    likeness = Greatest(TrigramSimilarity("key", key), TrigramWordSimilarity(words, "name") * PART)
    places = Place.objects.filter(near, force=site.force).annotate(likeness=likeness)
    areas = NeighbourhoodPage.objects.in_site(site).public().annotate(likeness=TrigramSimilarity("slug", slugify(typed)))
    found = [
        *places.filter(likeness__gte=WORTH_ASKING).order_by("-likeness", "name").values_list("name", "likeness")[: 3 * MOST_CHOICES],
        *areas.filter(likeness__gte=WORTH_ASKING).order_by("-likeness", "title").values_list("title", "likeness")[:MOST_CHOICES],
    ]
    best = {}
    for name, likeness in found:
        best[name] = max(likeness, best.get(name, 0))
    return sorted((Likely(*pair) for pair in best.items()), key=lambda likely: (-likely.likeness, likely.name))[:MOST_CHOICES]


def stands_out(names: list[Likely]) -> bool:
    """Whether the first is so much like it that its teams may be shown, saying so."""
    second = names[1].likeness if len(names) > 1 else 0
    return bool(names) and names[0].likeness >= max(NEARLY_SURE, second + AHEAD)
