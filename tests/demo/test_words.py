"""The demonstration tells real events in its own words, and says whose thought is whose."""

import pytest

from policesite.demo.news import APPEAL, STORIES
from policesite.demo.recognition import RESPONSE_WEEK, STAFF_WEEK

OTHERS_WORDS = (
    "youngest in service",
    "youngest in the service",
    "first police officer",
    "bring offenders to justice",
    "call handlers, criminal justice staff",
    "crime scene investigators, PCSOs",
)
TOLD = [*STORIES, RESPONSE_WEEK, STAFF_WEEK]


def body_of(story: dict) -> str:
    return " ".join(str(story["body"]).replace("\\n", " ").split())


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story["slug"])
def test_no_story_speaks_in_the_words_of_its_source(story):
    assert not [words for words in OTHERS_WORDS if words.casefold() in body_of(story).casefold()]


def test_what_a_chief_officer_thinks_of_response_officers_is_told_as_his_thought():
    for story in TOLD:
        if story["slug"] == "response-week-of-action":
            assert "Rob Carden" in body_of(story).split("quote")[0]


def test_the_appeal_names_its_day_by_its_own_date():
    """It is dated four days before the loading, and read for weeks."""
    assert "yesterday" not in body_of(APPEAL) and "on the day before this appeal" in body_of(APPEAL)
