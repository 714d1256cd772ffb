"""The demonstration's film, as load_demo builds it."""

from policesite.demo.films import build_films
from policesite.films.models import FilmPage, FilmVersionPage, VideoFile
from policesite.images.models import SiteImage


def test_the_film_is_there_in_every_language_and_building_it_again_adds_nothing(client, northants):
    film = build_films(northants.home)
    assert [link.code for link in film.languages] == ["en", "pl", "ro", "ur", "bn", "gu"]
    for link in film.languages:
        assert client.get(link.url).status_code == 200
        assert client.get(f"{link.url}captions.vtt").status_code == 200
    assert film.seen and film.video.seconds == 52
    assert build_films(northants.home) == film
    assert [model.objects.count() for model in (FilmPage, FilmVersionPage, VideoFile, SiteImage)] == [1, 5, 1, 6]
