"""How far a desk is, in words that nobody reads as a promise."""

import pytest

from enquiry_desks.distance import in_words, miles


def test_northampton_to_kettering_is_thirteen_miles():
    assert miles(-0.8901, 52.2371, -0.7260, 52.3985) == pytest.approx(13.1, abs=0.2)
    assert miles(-0.9, 52.3, -0.9, 52.3) == 0


@pytest.mark.parametrize(
    ("distance", "words"), [(0, "less than a mile"), (0.8, "about 1 mile"), (1.4, "about 1 mile"), (1.6, "about 2 miles"), (11.7, "about 12 miles")]
)
def test_a_distance_is_said_in_whole_miles(distance, words):
    assert in_words(distance) == words
