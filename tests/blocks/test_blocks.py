"""Each of the blocks of a body, as a reader sees it, and as an editor who looks for one."""

import pytest
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError
from wagtail.documents import get_document_model

from policesite.blocks.anchors import subheadings, with_anchors
from policesite.blocks.body import BodyBlock
from policesite.pages.models import ContentPage
from tests.conftest import publish
from tests.films.making import films_of

BODY = BodyBlock()


def shown(kind: str, value) -> str:
    block = BODY.child_blocks[kind]
    return render_to_string(block.meta.template, {"value": block.normalize(value)})


@pytest.fixture
def leaflet(db):
    return get_document_model().objects.create(title="Leaflet", file=ContentFile(b"x" * 2048, name="leaflet.pdf"))


def test_a_subheading_can_be_linked_to():
    assert '<h2 id="what-we-found">What we found</h2>' in shown("text", "<h2>What we found</h2><p>Bikes.</p>")


def test_the_same_words_give_the_same_anchor_whatever_is_inside_them():
    assert with_anchors("<h2>Fish &amp; <b>chips</b></h2>") == '<h2 id="fish-chips">Fish &amp; <b>chips</b></h2>'


def test_subheadings_are_listed_once_and_as_plain_words():
    body = BODY.to_python(
        [
            {"type": "text", "value": "<h2>Fish &amp; <b>chips</b></h2><p>x</p><h2></h2>"},
            {"type": "quote", "value": {"text": "Hello", "name": "Sam"}},
            {"type": "text", "value": "<h2>Fish &amp; chips</h2><h2>Peas</h2>"},
        ]
    )
    assert [(each.text, each.anchor) for each in subheadings(body)] == [("Fish & chips", "fish-chips"), ("Peas", "peas")]


def test_a_quotation_says_whose_it_is():
    content = shown("quote", {"text": "Good morning.", "name": "Sam Example", "role": "PCSO"})
    assert "“Good morning.”" in content and "Sam Example, PCSO" in content


def test_cc16_a_film_elsewhere_is_our_own_picture_and_a_link(picture):
    content = shown("film_elsewhere", {"title": "Lock it", "poster": picture.pk, "address": "https://www.youtube.com/watch?v=x"})
    assert 'href="https://www.youtube.com/watch?v=x" rel="noreferrer"' in content and "Watch “Lock it” on youtube.com" in content
    assert "<iframe" not in content and "preconnect" not in content and content.count("youtube.com/") == 1
    with pytest.raises(StructBlockValidationError):
        BODY.child_blocks["film_elsewhere"].clean(
            BODY.child_blocks["film_elsewhere"].normalize({"title": "x", "poster": picture, "address": "http://plain.test/"})
        )


def test_details_open_without_a_script():
    content = shown("details", {"summary": "What happens next", "text": "<p>We read it.</p>"})
    assert "<details" in content and "<summary>What happens next</summary>" in content and "<p>We read it.</p>" in content


def test_ways_to_reach_us_always_say_the_same():
    content = shown("contact", {"heading": "Were you there?", "channels": ["999", "crimestoppers"], "reference": "26000960123"})
    assert 'href="tel:999"' in content and 'href="tel:0800555111"' in content
    assert "tel:101" not in content
    assert "26000960123" in content


def test_a_table_has_its_caption_and_headers_for_columns_and_rows():
    value = {"columns": [{"type": "text", "heading": "Where"}, {"type": "text", "heading": "When"}], "rows": [{"values": ["Corby", "Monday"]}]}
    content = shown("table", BODY.child_blocks["table"].to_python({"caption": "Surgeries", "table": value}))
    assert "<caption>Surgeries</caption>" in content
    assert '<th scope="col">When</th>' in content
    assert '<th scope="row">Corby</th><td>Monday</td>' in content


def test_a_table_without_a_heading_is_refused():
    block = BODY.child_blocks["table"]
    value = {"columns": [{"type": "text", "heading": " "}], "rows": [{"values": ["Corby"]}]}
    with pytest.raises((StructBlockValidationError, StreamBlockValidationError)):
        block.clean(block.to_python({"caption": "Surgeries", "table": value}))


def test_a_picture_brings_its_description_credit_and_caption(picture):
    picture.credit = "Drawn by us"
    content = shown("image", {"image": picture, "caption": "At dusk."})
    assert 'alt="The front office at dusk."' in content
    assert "At dusk. Drawn by us" in content


def test_a_film_plays_on_the_page_and_leads_to_its_words(northants, picture):
    film = films_of(northants, picture).film
    content = shown("video", film)
    assert "<video" in content and "<track" in content
    assert f'href="{film.url}"' in content


def test_a_film_that_is_not_public_shows_nothing(northants, picture):
    film = films_of(northants, picture).film
    film.unpublish()
    assert shown("video", film).strip() == ""


def test_files_say_what_they_are_and_how_large(leaflet):
    content = shown("files", {"heading": "To print", "files": [leaflet]})
    assert leaflet.url in content
    assert "PDF, 2.0\N{NO-BREAK SPACE}KB" in content


@pytest.mark.parametrize("kind", [*BODY.child_blocks])
def test_an_editor_sees_each_block_before_choosing_it(admin_client, northants, picture, leaflet, kind):
    films_of(northants, picture)
    field = ContentPage._meta.get_field("body").stream_block
    answer = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": field.child_blocks[kind].definition_prefix})
    content = answer.content.decode()
    assert answer.status_code == 200
    assert "css/site" in content
    inside = content.split('class="prose flow">')[1].split("</div></main>")[0]
    assert len(inside.strip()) > 40, inside


def test_a_long_page_lists_its_parts_and_a_short_one_does_not(client, northants):
    long = "".join(f"<h2>Part {number}</h2><p>Words.</p>" for number in range(3))
    publish(northants.home, ContentPage(title="Long", slug="long", summary="Long.", body=[("text", long)]))
    publish(northants.home, ContentPage(title="Short", slug="short", summary="Short.", body=[("text", "<h2>One</h2>")]))
    content = client.get("/long/").content.decode()
    assert "On this page" in content
    assert 'href="#part-2"' in content and 'id="part-2"' in content
    assert "On this page" not in client.get("/short/").content.decode()


def test_pages_beneath_are_listed_unless_the_public_may_not_see_them(client, northants):
    parent = publish(northants.home, ContentPage(title="Advice", slug="advice", summary="Advice.", show_children=True))
    publish(parent, ContentPage(title="Burglary", slug="burglary", summary="Lock the door."))
    hidden = publish(parent, ContentPage(title="Hidden", slug="hidden", summary="Not yet."))
    hidden.unpublish()
    content = client.get("/advice/").content.decode()
    assert "Lock the door." in content
    assert "Hidden" not in content
