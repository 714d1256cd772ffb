import csv
import io
import re
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from policesite import clock
from policesite.feedback import cautions
from policesite.feedback.models import Feedback

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture(autouse=True)
def in_one_minute():
    """A limit is counted by the minute: no test may run into the next."""
    with clock.at(clock.now()):
        yield


def send(client, message="The map is hard to read.", **fields):
    headers = fields.pop("headers", SAME)
    return client.post("/feedback/", {"message": message, **fields}, **headers)


def test_a_message_is_kept_and_thanked_for(client, northants):
    answer = send(client, name="Sam", email="sam@example.com", page="/news/")
    assert (answer.status_code, answer["Location"]) == (303, "/feedback/?thanks")
    row = Feedback.objects.get()
    assert (row.message, row.name, row.email, row.page, row.site) == ("The map is hard to read.", "Sam", "sam@example.com", "/news/", northants.site)
    assert "Thank you" in client.get("/feedback/?thanks").content.decode()


def test_a_null_character_in_a_message_costs_nobody_their_words(client, northants):
    assert send(client, message="The map\x00 is hard to read.").status_code == 303
    assert Feedback.objects.get().message == "The map is hard to read."


def test_pressing_send_twice_keeps_it_once(client, northants):
    assert [send(client).status_code for _ in range(2)] == [303, 303]
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"message": ""}, "Write what you would like to tell us"),
        ({"message": " \t\r\n\u00a0 "}, "Write what you would like to tell us"),
        ({"message": "\u202e\u200b"}, "Write what you would like to tell us"),
        ({"message": "x" * 2001}, "Write at most 2,000 characters"),
        ({"message": "\x00"}, "Write what you would like to tell us"),
        ({"name": "a\x00b"}, "Write this on one line, without special characters"),
        ({"page": "a\x00b"}, "Write this on one line, without special characters"),
        ({"email": "a\x00b@example.com"}, "Write an email address in the form"),
        ({"message": "http://x.test " * 100}, "Write at most 5 web addresses"),
        ({"name": "Sam\r\nBcc: everyone@example.com"}, "Write this on one line"),
        ({"page": "a\nb"}, "Write this on one line"),
        ({"email": "nobody"}, "Write an email address in the form"),
        ({"email": "a@example.com\r\nBcc: b@example.com"}, "Write an email address in the form"),
        ({"name": "x" * 81}, "at most 80 characters"),
    ],
)
def test_bad_input_is_a_plain_error_that_keeps_what_was_typed(client, northants, fields, words):
    answer = send(client, **{"name": "Kept name"} | fields)
    content = answer.content.decode()
    assert answer.status_code == 400
    assert "There is a problem" in content
    assert words in content and "Null char" not in content
    assert "Kept name" in content or "name" in fields
    assert not Feedback.objects.exists()


def test_a_megabyte_comes_back_as_an_error_and_nothing_is_lost(client, northants):
    answer = send(client, message="word " * 200_000)
    assert answer.status_code == 400
    assert answer.content.decode().count("word ") > 199_000


@pytest.mark.parametrize(
    "body",
    [
        {"data": '{"message": "hello"}', "content_type": "application/json"},
        {"data": b"\xff\xfe", "content_type": "application/x-www-form-urlencoded"},
        {},
    ],
)
def test_what_is_not_our_form_is_not_a_crash(client, northants, body):
    assert client.post("/feedback/", **SAME, **body).status_code == 400


def test_a_file_in_the_form_is_ignored(client, northants):
    answer = client.post("/feedback/", {"message": "With a file.", "file": SimpleUploadedFile("x.html", b"<script>")}, **SAME)
    assert answer.status_code == 303


def test_another_site_cannot_send_it(client, northants):
    for headers in ({}, {"HTTP_ORIGIN": "https://evil.test"}, {"HTTP_SEC_FETCH_SITE": "cross-site"}):
        assert send(client, headers=headers).status_code == 403
    assert not Feedback.objects.exists()


def test_a_program_that_fills_in_every_field_is_thanked_and_forgotten(client, northants):
    assert send(client, website="https://spam.test").status_code == 303
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    "message",
    ["Someone is breaking in", "my partner has a knife", "he is going to kill me please", "HELP ME", "she is not breathing", "call the police"],
)
def test_somebody_in_danger_is_told_to_call_999_before_anything_else(client, northants, message):
    answer = send(client, message=message)
    content = answer.content.decode()
    assert '<a href="tel:999">call 999 now</a>' in content
    assert '<a href="tel:101">101</a>' in content
    assert message in content
    assert not Feedback.objects.exists()
    assert send(client, message=message, understood="emergency").status_code == 303


def test_a_warning_has_a_title_of_its_own_and_the_numbers_beside_the_form_can_be_called(client, northants):
    assert re.search(r"<aside.*tel:999.*tel:101.*</aside>", client.get("/feedback/").content.decode())
    warned = send(client, message="Someone is breaking in").content.decode()
    assert ("<title>Before you send this" in warned, "<h1>Before you send this</h1>" in warned) == (True, True)
    assert "Tell us what you think</h1>" not in warned


def test_a_card_number_is_warned_of_and_may_still_be_sent(client, northants):
    message = "I paid with 4111 1111 1111 1111."
    assert "card number" in send(client, message=message).content.decode()
    assert not Feedback.objects.exists()
    assert send(client, message=message, understood="card").status_code == 303


def test_understanding_one_warning_is_not_understanding_another(client, northants):
    answer = send(client, message="Someone is breaking in", understood="card")
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4111111111111111", True),
        ("4111-1111-1111-1111", True),
        ("4111.1111.1111.1111", True),
        ("4111  1111\u00a01111 – 1111", True),
        ("4111–1111–1111–1111", True),
        ("４１１１ １１１１ １１１１ １１１１", True),
        ("4111 1111 1111 1111 12/27 123", True),
        ("ring 07700 900123 4111 1111 1111 1111", True),
        ("4111 1111 1111 1112", False),
        ("4111 1111\n1111 1111", False),
        ("4111111111111112", False),
        ("crime 26000123456", False),
        ("0000000000000000", False),
        ("01604 700700", False),
    ],
)
def test_card_numbers_are_told_from_others(text, found):
    assert cautions.has_card_number(text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("QQ 12 34 56 C", False), ("AB 12 34 56 C", True), ("ab123456c", True), ("AB 12 34 56", False)]
    + [(text, True) for text in ("AB-12-34-56-C", "AB 123 456 C", "AB.12.34.56.C", "AB\u00a012 – 34 56C", "ＡＢ１２３４５６Ｃ")]
    + [(text, False) for text in ("GB 12 34 56 C", "AB 12 34 56 7C", "crab 12 34 56 C", "AB 12 34 56 cases")],
)
def test_national_insurance_numbers_are_known(text, found):
    assert cautions.has_national_insurance_number(text) is found


BETWEEN = " .-–—\u00a0/_·"
NUMBERS = st.lists(
    st.sampled_from(["4111", "1111", "4", "12", "123456", "3782", "822463", "10005", "x", " ", "  ", "-", ".", "–", "\u00a0", "\n", "AB", "C", "d"]),
    max_size=14,
).map("".join)


def is_card(piece: str) -> bool:
    digits = [int(c) for c in piece if c.isdigit()]
    runs = "".join("s" if c in BETWEEN else "d" if c.isdigit() else "x" for c in piece)
    doubled = [d if place % 2 else sum(divmod(d * 2, 10)) for place, d in enumerate(reversed(digits), 1)]
    return "x" not in runs and "ssss" not in runs and 13 <= len(digits) <= 19 and len(set(digits)) > 1 and sum(doubled) % 10 == 0


def cards_found_slowly(text: str) -> bool:
    """Every piece of the text is tried that no digit touches, from a digit to a digit."""
    return any(
        is_card(text[start:end])
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if text[start].isdigit() and text[end - 1].isdigit() and not text[start - 1 : start].isdigit() and not text[end : end + 1].isdigit()
    )


def insurance_found_slowly(text: str) -> bool:
    def is_number(piece: str) -> bool:
        bare = "".join(c for c in piece if c not in BETWEEN).upper()
        gaps = "".join("s" if c in BETWEEN else "x" for c in piece)
        return (
            len(bare) == 9
            and bare[:2].isalpha()
            and bare[2:8].isdigit()
            and bare[8] in "ABCD"
            and "ssss" not in gaps
            and gaps[:2] == "xx"
            and gaps[-1] == "x"
            and not set(bare[:2]) & set("DFIQUV")
            and bare[1] != "O"
            and bare[:2] not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")
        )

    def is_word(c: str) -> bool:
        return c.isalnum() or c == "_"

    return any(
        is_number(text[start:end]) and not is_word(text[start - 1 : start]) and not is_word(text[end : end + 1])
        for start in range(len(text)) for end in range(start + 9, len(text) + 1)
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(NUMBERS)
def test_a_card_number_is_found_wherever_it_stands(text):
    assert cautions.has_card_number(text) is cards_found_slowly(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*"ABDGO 12-.–\n"]), max_size=4).map("".join), st.data())
def test_a_national_insurance_number_is_found_wherever_it_stands(around, data):
    gap = st.text(BETWEEN, max_size=4)
    text = (
        around
        + "".join(c + data.draw(gap) for c in data.draw(st.sampled_from(["AB", "ZZ", "NO", "ab"])) + "123456" + data.draw(st.sampled_from("Cce")))
        + around
    )
    assert cautions.has_national_insurance_number(text) is insurance_found_slowly(text)


def test_a_flood_is_asked_to_wait_and_keeps_its_words(client, northants):
    answers = [send(client, message=f"Message {n}") for n in range(12)]
    assert [a.status_code for a in answers] == [303] * 10 + [429] * 2
    assert "Message 11" in answers[-1].content.decode()


def test_what_was_refused_does_not_count_towards_a_flood(client, northants):
    assert [send(client, message="").status_code for _ in range(12)] == [400] * 12
    assert send(client).status_code == 303


def test_behind_our_proxy_one_visitor_does_not_use_up_the_share_of_another(client, northants, settings):
    settings.TRUSTED_PROXIES = 1
    for n in range(11):
        last = send(client, message=f"Message {n}", headers=SAME | {"HTTP_X_FORWARDED_FOR": f"192.0.2.{n}, 198.51.100.1"})
    assert last.status_code == 429
    assert send(client, headers=SAME | {"HTTP_X_FORWARDED_FOR": "198.51.100.2"}).status_code == 303


def test_it_is_kept_for_its_own_site(client, northants, elsewhere):
    client.post("/feedback/", {"message": "For the others"}, HTTP_HOST="elsewhere.test", **SAME)
    assert Feedback.objects.get().site == elsewhere.site


def test_the_page_is_the_same_for_everyone_and_sets_no_cookie(client, northants):
    first = client.get("/feedback/")
    assert not first.cookies
    assert first.content == client.get("/feedback/", HTTP_COOKIE="a=b").content


def test_comms_read_it_and_nobody_changes_it(client, northants, admin_user):
    send(client, message="<b>Bold</b> words")
    row = Feedback.objects.get()
    client.force_login(admin_user)
    assert "&lt;b&gt;Bold" in client.get(reverse("feedback:index")).content.decode()
    assert client.get(reverse("feedback:inspect", args=[row.pk])).status_code == 200
    for name, args in (("add", []), ("edit", [row.pk]), ("delete", [row.pk])):
        assert client.post(reverse(f"feedback:{name}", args=args), {"message": "changed"}).status_code in (302, 403)
    row.refresh_from_db()
    assert row.message == "<b>Bold</b> words"


def test_staff_export_the_minute_as_clocks_here_showed_it(client, northants, admin_user):
    with clock.at(datetime(2026, 7, 1, 22, 15, 30, 12, tzinfo=UTC)):
        send(client, message="zażółć; =CMD()", name="=A1")
        client.force_login(admin_user)
        exported = client.get(reverse("feedback:index"), {"export": "csv"}).getvalue()
    assert exported.startswith(b"\xef\xbb\xbf")
    _, row = csv.reader(io.StringIO(exported.decode("utf-8-sig")))
    assert row == ["2026-07-01 23:15", "", "zażółć;' =CMD()", "'=A1", ""]
    with clock.at(datetime(2026, 7, 1, 22, 15, tzinfo=UTC)):
        assert client.get(reverse("feedback:index"), {"export": "xlsx"}).status_code == 200


def test_a_title_reads_error_first(client, northants):
    assert "<title>Error: Tell us what you think" in send(client, message="").content.decode()
