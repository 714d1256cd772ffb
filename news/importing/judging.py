"""What a story from elsewhere may be: an appeal for somebody, or a case that names them.

Whether a name or a face may still be shown is for a person to say, not for an import, and no list of words finds every
appeal. So title, summary and text are all read, and what may be one is taken for one: a draft too many costs a click.
"""

import re

from news.kinds import ALWAYS_ENDS, Kind

_PERSON = r"(?:man|woman|men|women|boys?|girls?|teen\w*|person|people|child\w*|youths?|pensioner|suspects?|driver|rider|cyclist|him|her|them|(?-i:[A-Z]\w+ [A-Z]\w+))"
_FIND = r"(?:find|locate|trac(?:e|ing)|finding|locating)"
# In the order in which they are asked.
_SIGNS = (
    (
        Kind.MISSING,
        r"\bmissing\b|\bhave you seen\b|\blast seen\b|\bwelfare of\b|\bwhereabouts\b"
        r"|\b(?:concern\w*|worr(?:y|ied)|fears?|anxious)\b.{0,40}\b(?:welfare|safety|well-?being)\b"
        r"|\b(?:concern\w*|worried|fears?) (?:\w+ ){0,2}(?:for|about) (?:\w+ ){0,3}" + _PERSON + r"\b",
    ),
    (
        Kind.WANTED,
        r"\bwanted(?! to\b)|\bmost wanted\b|\bon the run\b|\babscond\w*|\brecall(?:ed)? to prison\b|\bfail(?:ed|ing) to appear\b"
        r"|\b(?:arrest|outstanding) warrant\b|\bwarrant (?:for|is out)\b|\bdo not approach\b",
    ),
    (Kind.MISSING, r"\b(?:appeal\w*|help\w*|try\w*|tries|bid|search\w*|hop\w+|want\w*|like|need\w*|keen)\b.{0,40}\b" + _FIND + r"\b(?! out\b)"),
    (
        Kind.APPEAL,
        r"\bappeal\w*|\bcctv\b|\be-?fit\b|\bdash-?cam\b|\bwitness(?:es)?\b|\bdo you (?:know|recognise|recognize)\b|\b(?:can|could) you help\b"
        r"|\b(?:want|like|keen|need|eager)\b.{0,20}\b(?:speak|talk) (?:to|with)\b"
        r"|\b(?:identif\w+|recogni[sz]e)\b.{0,20}\b" + _PERSON + r"\b",
    ),
)
_ALL = [(kind, re.compile(sign, re.IGNORECASE | re.DOTALL)) for kind, sign in _SIGNS]
# Somebody missing or wanted is an appeal as well: what the text says of that goes before an appeal in the title.
_IN_TURN = ([pair for pair in _ALL if pair[0] in ALWAYS_ENDS], [pair for pair in _ALL if pair[0] not in ALWAYS_ENDS])
ABOUT_A_CASE = re.compile(
    r"\b(?:arrest\w*|charged|court|bail(?:ed)?|remanded|jailed|imprisoned|sentenc\w+|convict\w+|trial|plead\w*|pleaded|guilty|inquest|suspect\w*)\b",
    re.IGNORECASE,
)
# Two words with capitals, one after the other: a name, unless one of them belongs to a place, an office or the calendar.
_TWO_CAPITALS = re.compile(r"(?=\b([A-ZÀ-ÖØ-Þ][\w’'-]+)\s+([A-ZÀ-ÖØ-Þ][\w’'-]+))")
_NAMES_NOBODY = {
    "police", "constabulary", "crown", "court", "magistrates", "county", "council", "road", "street", "lane", "avenue", "drive", "way",
    "close", "park", "town", "city", "centre", "station", "hospital", "school", "college", "university", "church", "office", "service",
    "team", "unit", "force", "department", "ministry", "prison", "hmp", "day", "week", "month", "year", "act", "crime", "crimestoppers",
    "prosecution", "commissioner", "united", "kingdom", "great", "britain", "england", "wales", "northern", "ireland", "north", "south",
    "east", "west", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "new", "the", "a", "an", "in",
    "on", "at", "of", "and", "for", "to", "by", "he", "she", "they", "we", "you", "it", "his", "her", "their", "our", "this", "that",
    "these", "those", "after", "when",
}  # fmt: skip


def likely_kind(title: str, summary: str, text: str) -> Kind:
    """The kind that a story most likely is, by its title before its summary before its text; a story where nothing speaks for more."""
    said = ((kind, sign.search(words)) for signs in _IN_TURN for words in (title, summary, text) for kind, sign in signs)
    if kind := next((kind for kind, found in said if found), None):
        return kind
    return Kind.COURT if names_somebody_in_a_case(f"{title}. {summary}. {text}") else Kind.STORY


def names_somebody_in_a_case(words: str) -> bool:
    return bool(ABOUT_A_CASE.search(words)) and any(_NAMES_NOBODY.isdisjoint(map(str.lower, pair)) for pair in _TWO_CAPITALS.findall(words))
