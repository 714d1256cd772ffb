"""Whether words speak of a person: by what they are, by name, or by name and age.

A name is two words with capitals, one after the other, unless one of them belongs to a place, an office or the calendar.
"""

import re

_NAMES_NOBODY = {
    "police", "constabulary", "crown", "court", "magistrates", "county", "council", "road", "street", "lane", "avenue", "drive", "way",
    "close", "park", "town", "city", "centre", "station", "hospital", "school", "college", "university", "church", "office", "service",
    "team", "unit", "force", "department", "ministry", "prison", "hmp", "day", "week", "month", "year", "act", "crime", "crimestoppers",
    "prosecution", "commissioner", "united", "kingdom", "great", "britain", "england", "wales", "northern", "ireland", "north", "south",
    "east", "west", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "new", "the", "a", "an", "in",
    "on", "at", "of", "and", "for", "to", "by", "with", "from", "he", "she", "they", "we", "you", "it", "his", "her", "their", "our", "your",
    "this", "that", "these", "those", "after", "when", "if", "chief", "constable", "constables", "detective", "sergeant", "inspector",
    "superintendent", "officer", "officers", "hall", "house", "operation", "project", "watch", "section", "area", "estate", "square",
    "volunteers", "volunteer", "cadets", "cadet", "recruits", "specials", "special", "staff", "members", "people", "views", "ideas",
    "drugs", "weapons", "knives", "evidence", "homes", "owners", "help", "support", "information", "answers", "more", "who",
    "police’s", "rural", "neighbourhood", "community", "public", "social", "media", "facebook", "victim", "witness", "mental", "health",
    "safety", "knife", "gun", "domestic", "abuse", "anti-social", "behaviour", "northamptonshire", "northamptonshire's",
    "northamptonshire’s", "national", "award", "awards", "best", "clues", "stolen", "dogs", "dog", "eggs", "solutions", "justice",
}  # fmt: skip
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]{1,30}"
_OF_NAME = rf"(?!(?i:{'|'.join(sorted(map(re.escape, _NAMES_NOBODY)))})\b){_CAPITAL}"
SINGLE_NAME = rf"(?-i:{_OF_NAME})"
FULL_NAME = rf"(?-i:{_OF_NAME}\s{_OF_NAME})"
_ROLE = (
    r"m[ae]n|wom[ae]n|boys?|girls?|teen\w{0,10}|males?|females?|pensioner|mother|father|son|daughter|couple|child|schoolboy|schoolgirl|toddler|baby"
    r"|suspects?|driver|rider|motorist|motorcyclist|cyclist|gunm[ae]n|knifem[ae]n|attackers?|robbers?|burglars?|thie(?:f|ves)|raiders?|rapist|offenders?"
    r"|killer|fugitives?|prisoners?|inmates?|assailants?|flasher|shoplifters?|vandals?|arsonists?|fraudsters?|conm[ae]n|gang"
)
# Somebody in particular: "people" alone are the public.
PERSON = rf"(?:(?:{_ROLE})\b|(?:two|three|four|five|six|these|those) (?:people|youths|children)\b|person\b|\d{{1,2}}[- ]years?[- ]old|{FULL_NAME})"
ANYBODY = rf"(?:{PERSON}|(?:people|person|youths?|children)\b)"
_TWO_CAPITALS = re.compile(rf"(?=\b({_CAPITAL})\s+({_CAPITAL}))")
_WITH_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-ZÀ-ÖØ-Þ]")
_WITH_AGE = re.compile(r"(?<![\w’'-])([^\W\d][\w’'-]{1,30}) ([^\W\d][\w’'-]{1,30}),? (?:\(|aged )?\d{1,3}\b(?=[,.)]| who|$)")
_IS_ROLE = re.compile(
    rf"(?:{_ROLE}|person|people|youths?|resident|victim|passenger|pedestrian|and|is|was|are|were|over|under|least|about|chapter|page|grade|route|zone)",
    re.IGNORECASE,
)


def names_somebody(words: str) -> bool:
    """By two words with capitals, by Mr or Mrs, or by name and age where somebody typed the name small."""
    return any(_is_name(pair) for pair in _TWO_CAPITALS.findall(words)) or bool(_WITH_TITLE.search(words)) or _age_follows(words, str.lower)


def gives_name_and_age(words: str) -> bool:
    """As "Jane Roe, 30," does, which ordinary news of the police seldom says of anybody."""
    return _age_follows(words, lambda word: word[:1].isupper() and word.lower())


def _is_name(pair: tuple[str, str]) -> bool:
    return _NAMES_NOBODY.isdisjoint(map(str.lower, pair))


def _age_follows(words: str, read) -> bool:
    pairs = ((read(first), read(last)) for first, last in _WITH_AGE.findall(words))
    return any(all(pair) and _is_name(pair) and not any(map(_IS_ROLE.fullmatch, pair)) for pair in pairs)
