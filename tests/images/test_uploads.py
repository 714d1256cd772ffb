"""A picture from somebody's phone: what becomes of it, and who can see it."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image

from policesite.images.cleaning import LONGEST, clean_picture
from policesite.images.models import SiteImage
from policesite.pages.models import ContentPage
from policesite.users import roles
from tests.conftest import colleague, picture_bytes, publish


def with_gps(**save) -> bytes:
    exif = Image.Exif()
    exif[0x013B] = "Constable Kim Example"
    exif[0x8825] = {1: "N", 2: (52.0, 14.0, 20.0)}
    return picture_bytes(format="JPEG", exif=exif, **save)


def cleaned(data: bytes, name="photo.jpg") -> bytes:
    return clean_picture(SimpleUploadedFile(name, data)).read()


def test_where_and_by_whom_it_was_taken_is_gone():
    before = with_gps()
    after = cleaned(before)
    assert b"Constable Kim" in before and b"Constable Kim" not in after
    assert not Image.open(io.BytesIO(after)).getexif()


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_exif_is_gone_from_every_format(format):
    exif = Image.Exif()
    exif[0x013B] = "Constable Kim Example"
    assert b"Constable Kim" not in cleaned(picture_bytes(format=format, exif=exif), f"photo.{format.lower()}")


def test_what_hides_behind_the_picture_is_gone():
    assert b"<script>" not in cleaned(picture_bytes(format="JPEG") + b"<script>alert(1)</script>")


def test_xmp_and_comments_are_gone():
    assert b"secret place" not in cleaned(picture_bytes(format="JPEG", xmp=b"<x:xmpmeta>secret place</x:xmpmeta>", comment=b"secret place"))


def test_a_sideways_photograph_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert Image.open(io.BytesIO(cleaned(picture_bytes(80, 40, "JPEG", exif=exif)))).size == (40, 80)


def test_a_huge_photograph_is_made_small_enough():
    assert max(Image.open(io.BytesIO(cleaned(picture_bytes(LONGEST + 500, 10, "JPEG")))).size) == LONGEST


@pytest.mark.parametrize(
    "data",
    [b"", b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture_bytes(400, 400, "JPEG")[:900], picture_bytes(format="PNG")[:60]],
)
def test_a_damaged_file_is_refused_with_a_sentence(data):
    with pytest.raises(ValidationError, match="damaged"):
        cleaned(data)


PHOTOSHOP = b"8BPS\0\1" + bytes(6) + b"\0\3\0\0\0\4\0\0\0\4\0\x08\0\3" + bytes(12) + bytes(2 + 4 * 4 * 3)
XPM = b'/* XPM */\nstatic char *x[] = {\n"1 1 2 1",\n"a c #ff0000",\n"b c #00ff00",\n"a"};\n'


@pytest.mark.parametrize("format", ["BMP", "DDS", "ICNS", "ICO", "IM", "JPEG2000", "PCX", "PPM", "SGI", "TGA", "TIFF", PHOTOSHOP, XPM])
@pytest.mark.parametrize("name", ["photo.png", "photo"])
def test_a_picture_of_a_kind_that_we_do_not_take_is_refused_with_a_sentence(format, name):
    data = format if isinstance(format, bytes) else picture_bytes(32, 32, format)
    assert Image.open(io.BytesIO(data)).size, "a whole picture, and not ours"
    with pytest.raises(ValidationError, match=r"not one that we can use\. Save it again as JPEG or PNG"):
        cleaned(data, name)


def test_a_photograph_with_a_second_one_behind_it_is_one_plain_photograph():
    several = io.BytesIO()
    Image.new("RGB", (20, 10)).save(several, "MPO", save_all=True, append_images=[Image.new("RGB", (20, 10))])
    assert Image.open(several).format == "MPO"
    assert Image.open(io.BytesIO(cleaned(several.getvalue()))).format == "JPEG"


def test_a_small_file_that_unpacks_to_a_giant_is_refused():
    bomb = io.BytesIO()
    Image.new("1", (12_000, 10_000)).save(bomb, "PNG")
    with pytest.raises(ValidationError, match="too large"):
        cleaned(bomb.getvalue(), "small.png")


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGBA", "P", "I;16", "1"])
def test_every_kind_of_colour_is_taken(mode):
    file = io.BytesIO()
    Image.new(mode, (20, 10)).save(file, "TIFF" if mode == "CMYK" else "PNG")
    if mode == "CMYK":
        file = io.BytesIO()
        Image.new(mode, (20, 10)).save(file, "JPEG")
    assert Image.open(io.BytesIO(cleaned(file.getvalue()))).size == (20, 10)


@pytest.fixture
def editor(client, db):
    user = colleague(roles.COMMS_OFFICER, "sam", "sam@example.org", "pass")
    client.force_login(user)
    return user


def upload(client, data, **fields):
    form = {
        "title": "Office",
        "description": "The front office.",
        "subject": "scene",
        "file": SimpleUploadedFile("IMG_1234.jpg", data, "image/jpeg"),
    } | fields
    return client.post(reverse("wagtailimages:add"), form)


def test_a_comms_officer_uploads_a_photograph_and_it_is_clean_on_disk(client, editor):
    assert upload(client, with_gps()).status_code == 302
    image = SiteImage.objects.get()
    assert b"Constable Kim" not in image.file.read()
    assert image.renditions.filter(filter_spec__startswith="width-").count() == 3


@pytest.mark.parametrize("description", ["IMG_1234.jpg", "DSC 0042", "photo.png"])
def test_a_file_name_is_not_a_description(client, editor, description):
    answer = upload(client, with_gps(), description=description)
    assert "That is the name of a file" in answer.content.decode()
    assert not SiteImage.objects.exists()


def test_a_picture_without_a_description_must_say_that_it_is_decorative(client, editor):
    assert "Describe the picture" in upload(client, with_gps(), description="").content.decode()
    assert upload(client, with_gps(), description="", is_decorative="on").status_code == 302


def test_a_damaged_photograph_is_a_form_error_and_what_was_typed_stays(client, editor):
    for data in (picture_bytes(400, 400, "JPEG")[:900], PHOTOSHOP, XPM):
        answer = upload(client, data, file=SimpleUploadedFile("photo.png", data, "image/png"))
        assert answer.status_code == 200 and "The front office." in answer.content.decode()
        assert "Save it again as JPEG or PNG" in answer.content.decode()


def test_a_custody_picture_needs_somebody_to_answer_for_it(db):
    with pytest.raises(IntegrityError, match="picture_of_person_authorised"), transaction.atomic():
        SiteImage.objects.create(title="x", description="A man.", subject="custody", file=ContentFile(picture_bytes(), name="x.png"))


def address(picture):
    return picture.sources["webp"][0].url


def test_a_picture_that_nothing_uses_is_private(client, picture):
    assert client.get(address(picture)).status_code == 404


def test_staff_see_a_private_picture_and_no_cache_keeps_it(client, editor, picture):
    answer = client.get(address(picture))
    assert answer.status_code == 200 and answer["Cache-Control"] == "private, no-store"
    assert client.get(picture.file.url).status_code == 200


def test_a_picture_is_public_while_a_public_page_shows_it(client, northants, picture):
    page = publish(northants.home, ContentPage(title="Office", slug="office", summary="Where.", body=[("image", {"image": picture, "caption": ""})]))
    answer = client.get(address(picture))
    assert answer.status_code == 200 and answer["Content-Type"] == "image/webp"
    page.unpublish()
    assert client.get(address(picture)).status_code == 404


def test_the_original_is_never_public(client, northants, picture):
    publish(northants.home, ContentPage(title="Office", slug="office", summary="Where.", body=[("image", {"image": picture, "caption": ""})]))
    assert client.get(picture.file.url).status_code == 404


def test_a_public_page_makes_no_rendition(client, northants, picture):
    publish(northants.home, ContentPage(title="Office", slug="office", summary="Where.", body=[("image", {"image": picture, "caption": ""})]))
    picture.renditions.all().delete()
    assert client.get("/office/").status_code == 200
    assert not picture.renditions.exists()


def test_a_wide_picture_comes_in_every_width_up_to_its_own(db):
    image = SiteImage.objects.create(title="Wide", is_decorative=True, file=ContentFile(picture_bytes(1000, 20), name="wide.png"))
    assert [source.width for source in image.sources["avif"]] == [320, 640, 960, 1000]


def test_a_picture_keeps_its_focal_point_in_view(db):
    image = SiteImage(width=900, height=600, focal_point_x=850, focal_point_y=50)
    assert image.focus == "top-right"
    assert SiteImage(width=900, height=600).focus == "centre-centre"
