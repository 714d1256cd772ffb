"""What somebody sees who opens a film, in English or in Urdu."""

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.test.utils import WagtailPageTestCase

from policesite import clock
from policesite.films.models import FilmIndexPage, FilmPage, FilmVersionPage
from policesite.notices.models import BetaSettings, SiteAlert
from tests.conftest import build_site, publish
from tests.films.making import ENGLISH, URDU, a_picture, films_of, video_file


@pytest.fixture
def films(northants, picture):
    return films_of(northants, picture)


def page(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_english_page_has_the_player_the_captions_and_the_words(client, films):
    content = page(client, "/films/your-team/")
    assert '<html lang="en" dir="ltr"' in content
    assert f'<source src="/media/{films.film.video.token}/film.mp4" type="video/mp4">' in content
    assert '<track kind="captions" src="/films/your-team/captions.vtt" srclang="en" label="English" default>' in content
    assert "<strong>Sam:</strong> We hold a surgery every month &amp; you can come along.</p>" in content
    assert "autoplay" not in content
    assert "2 minutes" in content


def test_the_urdu_page_is_right_to_left_at_an_address_of_its_own(client, films):
    content = page(client, "/films/your-team/ur/")
    assert '<html lang="ur" dir="rtl"' in content
    assert "<title>آپ کی ٹیم" in content
    assert "<strong>سیم:</strong>" in content


class Unmarked(HTMLParser):
    """Collects the English words of a page that stand in no element with lang="en"."""

    EMPTY = ("meta", "link", "img", "input", "br", "source", "track")

    def __init__(self, content: str):
        super().__init__()
        self.open, self.words = [], []
        self.feed(content)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        language = said.get("lang") or (self.open[-1][1] if self.open else "")
        self.note(tag, language, " ".join(filter(None, (said.get(name) for name in ("aria-label", "alt", "title", "placeholder")))))
        if tag not in self.EMPTY:
            self.open.append((tag, language))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        self.note(*(self.open[-1] if self.open else ("", "")), data)

    def note(self, tag, language, text):
        if language != "en" and tag not in ("script", "style", "title") and re.search("[A-Za-z]{2}", text):
            self.words.append(text.strip())


def test_on_the_urdu_page_whatever_is_english_says_so(client, films, northants):
    BetaSettings.objects.create(site=northants.site, is_on=True)
    ends = clock.now() + timedelta(hours=1)
    alert = {"level": "emergency", "heading": "Gas leak in Kettering", "text": "Keep away.", "link": "/news/", "link_text": "The news"}
    SiteAlert.objects.create(force=northants.force, ends=ends, **alert)
    assert "Gas leak" in page(client, "/films/your-team/ur/")
    assert Unmarked(page(client, "/films/your-team/ur/")).words == []


def test_the_date_on_the_urdu_page_has_an_urdu_month(client, films):
    FilmVersionPage.objects.update(first_published_at=datetime(2026, 11, 26, 12, tzinfo=UTC))
    assert ">26 نومبر 2026</time>" in page(client, "/films/your-team/ur/")


def test_a_page_after_an_urdu_one_is_english_again(client, films):
    page(client, "/films/your-team/ur/")
    assert "Skip to main content" in page(client, "/films/your-team/")


def test_a_version_without_a_file_shows_the_english_film_with_its_own_subtitles(client, films):
    content = page(client, "/films/your-team/ur/")
    assert films.film.video.file.url in content
    assert '<track kind="subtitles" src="/films/your-team/ur/captions.vtt" srclang="ur" label="اردو" default>' in content


def test_a_version_with_a_file_of_its_own_shows_that(client, films):
    films.urdu.video = video_file("Dubbed")
    films.urdu.save_revision().publish()
    content = page(client, "/films/your-team/ur/")
    assert films.urdu.video.file.url in content
    assert 'kind="captions"' in content


def test_each_page_links_to_every_language_in_its_own_script(client, films):
    for address in ("/films/your-team/", "/films/your-team/ur/", "/films/"):
        content = page(client, address)
        assert 'href="/films/your-team/ur/" lang="ur" dir="rtl" hreflang="ur"' in content
        assert 'href="/films/your-team/" lang="en" dir="ltr" hreflang="en"' in content


def test_search_engines_are_told_of_every_language(client, films):
    content = page(client, "/films/your-team/ur/")
    assert '<link rel="alternate" hreflang="en" href="http://testserver/films/your-team/">' in content
    assert '<link rel="alternate" hreflang="ur" href="http://testserver/films/your-team/ur/">' in content


def test_captions_have_an_address_of_their_own(client, films):
    answer = client.get("/films/your-team/ur/captions.vtt")
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert "<v سیم>سیم: ہر مہینے ہم سے ملنے آئیں۔" in answer.content.decode()


def test_captions_name_each_speaker_where_a_turn_begins_and_say_nothing_that_editors_noted(client, films):
    assert (
        client.get("/films/your-team/captions.vtt").content.decode()
        == """WEBVTT

00:00:00.000 --> 00:00:02.500
<v Asha>Asha: Hello. I work on your streets.

00:00:02.500 --> 00:00:05.000 line:85%
<v Asha>This is Sam.

00:00:05.000 --> 00:00:09.000
<v Sam>Sam: We hold a surgery every month
&amp; you can come along.
"""
    )


@pytest.mark.parametrize("address", ["/films/captions.vtt", "/captions.vtt", "/films/no-such-film/captions.vtt", "/films/your-team/pl/captions.vtt"])
def test_what_has_no_captions_is_not_found(client, films, address):
    assert client.get(address).status_code == 404


def test_captions_go_with_their_page(client, films):
    films.urdu.unpublish()
    assert client.get("/films/your-team/ur/captions.vtt").status_code == 404
    PageViewRestriction.objects.create(page=films.film, restriction_type="login")
    assert client.get("/films/your-team/captions.vtt").status_code == 404


def test_a_language_that_is_taken_down_is_linked_from_nowhere(client, films):
    films.urdu.unpublish()
    assert "/ur/" not in page(client, "/films/your-team/")
    assert [link.code for link in FilmPage.objects.get().languages] == ["en"]


def test_a_film_that_is_taken_down_is_down_in_every_language_until_it_is_back(client, films):
    films.film.unpublish()
    for address in ("/films/your-team/", "/films/your-team/ur/", "/films/your-team/ur/captions.vtt"):
        assert client.get(address).status_code == 404, address
    assert "/films/your-team/" not in client.get("/sitemap.xml").content.decode() + page(client, "/films/")
    films.film.get_latest_revision().publish()
    assert 'hreflang="en"' in page(client, "/films/your-team/ur/")


def test_languages_stand_in_one_order_however_they_were_added(client, films):
    for code in ("gu", "pl"):
        publish(films.film, FilmVersionPage(language=code, title=code, summary=code, captions=ENGLISH))
    found = FilmPage.objects.get().languages
    assert [link.code for link in found] == ["en", "pl", "ur", "gu"]
    assert [(link.name_local, link.url, link.dir) for link in found[2:]] == [
        ("اردو", "/films/your-team/ur/", "rtl"),
        ("ગુજરાતી", "/films/your-team/gu/", "ltr"),
    ]


def test_the_address_of_a_version_is_its_language_whatever_anyone_types(films):
    polish = publish(films.film, FilmVersionPage(language="pl", slug="polski", title="Film", summary="Film.", captions=ENGLISH))
    assert polish.slug == "pl"
    assert polish.film == films.film


def test_a_film_has_one_version_a_language(films):
    other = publish(films.film, FilmVersionPage(language="pl", title="Film", summary="Film.", captions=ENGLISH))
    with pytest.raises(IntegrityError, match="one_version_a_language"), transaction.atomic():
        FilmVersionPage.objects.filter(pk=other.pk).update(language="ur")


def test_a_copied_film_keeps_its_versions_apart(films):
    copy = films.film.copy(recursive=True, update_attrs={"slug": "copy", "title": "Copy"})
    assert FilmVersionPage.objects.child_of(copy).get().film == copy
    assert FilmVersionPage.objects.filter(film=films.film).count() == 1


def test_a_film_is_deleted_with_its_versions(films):
    films.film.delete()
    assert not FilmVersionPage.objects.exists()


def test_a_version_stays_with_its_film(films):
    other = publish(
        films.index, FilmPage(title="Other", slug="other", summary="Other.", video=films.film.video, poster=films.film.poster, captions=ENGLISH)
    )
    assert not films.urdu.can_move_to(other)


def test_a_check_by_a_speaker_says_who_and_when(films):
    with pytest.raises(IntegrityError, match="check_says_who_and_when"), transaction.atomic():
        FilmVersionPage.objects.update(checked_by="A. Speaker")


BEHIND = "یہ ورژن بننے کے بعد انگریزی فلم بدل گئی ہے۔"


def test_a_version_says_in_its_own_language_that_the_english_film_has_changed_since(client, films):
    assert BEHIND not in page(client, "/films/your-team/ur/")
    for field, words in {"captions": ENGLISH.replace("every month", "every week"), "title": "Your own team", "seen": "A street."}.items():
        film = FilmPage.objects.get()
        setattr(film, field, words)
        film.save_revision()
        assert BEHIND not in page(client, "/films/your-team/ur/"), "a draft changes nothing yet"
        film.save_revision().publish()
        content = page(client, "/films/your-team/ur/")
        assert BEHIND in content and '<a href="/films/your-team/" hreflang="en">انگریزی میں فلم دیکھیں</a>' in content
        assert "has changed since" not in page(client, "/films/your-team/")
        version = FilmVersionPage.objects.get()
        version.made_from = FilmPage.objects.get().fingerprint
        version.save_revision().publish()
        assert BEHIND not in page(client, "/films/your-team/ur/"), field


def test_another_poster_or_another_way_to_end_a_line_is_no_change(client, films):
    film = FilmPage.objects.get()
    film.captions, film.poster = ENGLISH.replace("\n", "\r\n"), a_picture()
    film.save_revision().publish()
    assert BEHIND not in page(client, "/films/your-team/ur/")


def test_another_cut_of_the_film_is_a_change(client, films):
    film = FilmPage.objects.get()
    film.video = video_file("Another cut")
    film.save_revision().publish()
    assert BEHIND in page(client, "/films/your-team/ur/")


def test_films_of_another_force_are_not_listed(client, films, elsewhere, picture):
    films_of(elsewhere, picture)
    FilmPage.objects.descendant_of(elsewhere.home).get().unpublish()
    assert len(FilmIndexPage.objects.descendant_of(elsewhere.home).get().cards(5)) == 0
    assert [card.title for card in films.index.cards(5)] == ["Your neighbourhood team"]


def queries(client, address) -> int:
    client.get(address)  # the first visit fills Wagtail's cache of sites
    with CaptureQueriesContext(connection) as asked:
        page(client, address)
    return len(asked)


@pytest.mark.parametrize(("address", "count"), [("/films/", 7), ("/films/your-team/", 8), ("/films/your-team/ur/", 7)])
def test_a_page_asks_the_database_little_however_many_languages_there_are(client, films, address, count):
    before = queries(client, address)
    for code in ("pl", "ro", "bn", "gu"):
        publish(films.film, FilmVersionPage(language=code, title=code, summary=code, captions=ENGLISH))
    assert (before, queries(client, address)) == (count, count)


class EditorsCanEditEachKind(WagtailPageTestCase):
    def setUp(self):
        self.films = films_of(build_site("northamptonshire", "testserver", default=True), a_picture())

    def test_each_page_can_be_routed_rendered_and_edited(self):
        self.login()
        for each in (self.films.index, self.films.film, self.films.urdu):
            self.assertPageIsRoutable(each)
            self.assertPageIsRenderable(each)
            self.assertPageIsEditable(each)
            self.assertPageIsPreviewable(each)

    def test_an_editor_adds_a_language_and_is_stopped_from_adding_it_twice(self):
        self.login()
        words = {"language": "pl", "title": "Twój zespół", "summary": "Krótki film.", "captions": ENGLISH, "video": "", "poster": ""}
        self.assertCanCreate(self.films.film, FilmVersionPage, words, publish=True)
        assert FilmVersionPage.objects.get(language="pl").slug == "pl"
        add = reverse("wagtailadmin_pages:add", args=["films", "filmversionpage", self.films.film.pk])
        told = self.client.post(add, words | {"action-publish": "yes"})
        self.assertContains(told, "This film has a page in that language already.")
        self.assertContains(told, "no speaker of it has checked them yet")

    def test_an_editor_is_told_that_the_film_has_changed_until_somebody_has_compared_the_two(self):
        self.login()
        edit = reverse("wagtailadmin_pages:edit", args=[self.films.urdu.pk])
        words = {"language": "ur", "title": "T", "summary": "S", "captions": URDU, "action-publish": "yes"}
        for said in ({"is_same": "on"}, {"checked_by": "A. Speaker", "checked_on": "2026-11-25"}):
            film = FilmPage.objects.get()
            film.title += " now"
            film.save_revision().publish()
            self.assertContains(self.client.get(edit), "The English film has changed since this version was made")
            self.client.post(edit, words)
            assert FilmVersionPage.objects.get().is_behind, "to save it is not to compare it"
            self.client.post(edit, words | said)
            assert not FilmVersionPage.objects.get().is_behind
            self.assertNotContains(self.client.get(edit), "The English film has changed since this version was made")

    def test_an_editor_is_told_what_is_wrong_with_captions(self):
        self.login()
        edit = reverse("wagtailadmin_pages:edit", args=[self.films.urdu.pk])
        words = {"language": "ur", "title": "T", "summary": "S", "captions": "WEBVTT\n\n00:01 --> 00:02\nHello", "action-publish": "yes"}
        self.assertContains(self.client.post(edit, words), "Line 3: Write times as 00:01.000")

    def test_where_each_page_may_stand(self):
        self.assertAllowedSubpageTypes(FilmIndexPage, {FilmPage})
        self.assertAllowedSubpageTypes(FilmPage, {FilmVersionPage})
        self.assertAllowedParentPageTypes(FilmVersionPage, {FilmPage})


@pytest.mark.parametrize("words", ["Asha", "Sam", "surgery", "every month and you can come", "آشا", "السلام"])
def test_search_finds_a_film_by_who_speaks_in_it_and_by_what_is_said(client, northants, picture, words):
    films = films_of(northants, picture)
    found = client.get("/search/", {"q": words}).content.decode()
    assert f'href="{(films.film if words.isascii() else films.urdu).url}"' in found


def test_among_results_a_film_is_called_one_whatever_its_language(client, northants, picture):
    films = films_of(northants, picture)
    for words, film in (("surgery", films.film), ("السلام", films.urdu)):
        result = client.get("/search/", {"q": words}).content.decode().partition(f'<h3><a href="{film.url}"')[0]
        assert result.endswith('<p class="meta"><span class="tag">Film</span></p>')


@pytest.mark.parametrize("words", ["WEBVTT", "NOTE made for tests", "05.000", "00:02.500", "85", "amp"])
def test_search_finds_no_film_by_what_only_the_player_reads(client, northants, picture, words):
    films = films_of(northants, picture)
    assert f'href="{films.film.url}"' not in client.get("/search/", {"q": words, "exact": "1"}).content.decode()
