"""What a visitor should not send through a feedback form: pure functions of the text."""

import re

MAX_URLS = 5

_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)")
_NATIONAL_INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?(?:\d{2} ?){3}[A-D]\b", re.IGNORECASE)
_URL = re.compile(r"https?://|www\.", re.IGNORECASE)
_NOW = re.compile(
    r"\b(break(?:ing|s)? in(?:to)?|broken in|being (?:attacked|followed|chased|robbed|burgled|stabbed|assaulted|raped|threatened|held)"
    r"|(?:has|have|got|with|pulled) (?:a|the|an?other)? ?(?:knife|gun|weapon|machete|axe)|(?:he|she|they)(?:'s|’s| is|'re|’re| are) (?:hitting|hurting|attacking|"
    r"going to (?:kill|hurt|hit))|going to kill|kill(?:ing)? (?:me|myself|him|her|them)|stabb(?:ed|ing)|bleeding|not breathing|unconscious|overdose"
    r"|on fire|suicid\w+|help me|in danger|emergency|call (?:the )?police|send (?:the )?(?:police|help|someone))\b",
    re.IGNORECASE,
)


def sounds_like_an_emergency(text: str) -> bool:
    """Whether the words are those of somebody who should be on the telephone. It errs towards asking."""
    return bool(_NOW.search(text))


def has_card_number(text: str) -> bool:
    return any(_passes_luhn(re.sub(r"\D", "", found[0])) for found in _CARD.finditer(text))


def has_national_insurance_number(text: str) -> bool:
    return bool(_NATIONAL_INSURANCE.search(text))


def is_mostly_links(text: str) -> bool:
    return len(_URL.findall(text)) > MAX_URLS


def _passes_luhn(digits: str) -> bool:
    """The check digit of payment cards (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0 and len(set(digits)) > 1
