"""What a visitor should not send through a feedback form: pure functions of the text. Danger is policesite/danger."""

import re
import unicodedata

MAX_URLS = 5
CARD_DIGITS = range(13, 20)  # of payment cards in use (ISO/IEC 7812-1)

# What people put between groups: any space within a line, dashes of every length, dots, a slash, a joiner; three in a row at the most.
_BETWEEN = r"(?:[^\S\r\n]|[-‐‑‒–—−.·_/\u200c\u200d]){0,3}"
_DIGITS = re.compile(rf"\d(?:{_BETWEEN}\d)*")
# Two letters, six digits and a letter; which letters, and which pairs were never given out: HMRC's National Insurance Manual, NIM39110.
_NATIONAL_INSURANCE = re.compile(
    rf"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:{_BETWEEN}\d){{6}}{_BETWEEN}[A-D]\b", re.IGNORECASE
)
_URL = re.compile(r"https?://|www\.", re.IGNORECASE)


def has_card_number(text: str) -> bool:
    """Whether neighbouring groups of digits make up a card number, whatever stands before and after: its expiry date, say."""
    return any(_holds_a_card(re.findall(r"\d+", run)) for run in _DIGITS.findall(_plain(text)))


def has_national_insurance_number(text: str) -> bool:
    return bool(_NATIONAL_INSURANCE.search(_plain(text)))


def is_mostly_links(text: str) -> bool:
    return len(_URL.findall(text)) > MAX_URLS


def _plain(text: str) -> str:
    """Full-width letters and digits as the plain ones that they stand for."""
    return unicodedata.normalize("NFKC", text)


def _holds_a_card(groups: list[str]) -> bool:
    for first in range(len(groups)):
        digits = ""
        for group in groups[first:]:
            digits += group
            if len(digits) >= CARD_DIGITS.stop:
                break
            if len(digits) in CARD_DIGITS and _passes_luhn(digits):
                return True
    return False


def _passes_luhn(digits: str) -> bool:
    """The check digit of payment cards (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0 and len(set(digits)) > 1
