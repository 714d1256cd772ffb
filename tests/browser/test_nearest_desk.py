"""Somebody with a phone, and without JavaScript, looks for the desk that is nearest and does what they need."""

from .test_every_page import TOO_SMALL, WCAG

PAST_THEIR_CARD = """[...document.querySelectorAll('.desk')].flatMap(card => {
  const edge = card.getBoundingClientRect().right - parseFloat(getComputedStyle(card).paddingInlineEnd);
  return [...card.querySelectorAll('*')].filter(part => part.getBoundingClientRect().right > edge + 1).map(part => part.outerHTML.slice(0, 80));
})"""
LIST = "/contact-us/enquiry-desks/"


def test_the_nearest_desk_that_fits_is_found_and_no_address_holds_the_postcode(demo_site, new_context):
    page = new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False).new_page()
    addresses = []
    page.on("request", lambda request: addresses.append(request.url + request.headers.get("referer", "")))
    page.goto(demo_site + LIST)
    page.get_by_label("Find the nearest desk").fill("nn17 1bg")
    page.get_by_role("button", name="Find the nearest desk").click()
    names = page.locator(".desk h2")
    assert "Corby" in names.nth(0).inner_text() and "Kettering" in names.nth(1).inner_text()
    page.get_by_text("Choose by what you need").click()
    page.get_by_label("What would you like to do?").select_option("Firearms and shotgun licences")
    page.get_by_role("button", name="Show these desks").click()
    assert names.count() == 1 and "Kettering" in names.inner_text()
    assert "miles away" in page.locator(".desk address").inner_text()
    assert page.get_by_label("Find the nearest desk").input_value() == "nn17 1bg"
    assert not [address for address in addresses if "17" in address.replace(demo_site, "").partition("/contact-us")[2]]
    page.get_by_role("link", name="Show all desks").click()
    assert page.url == demo_site + LIST and names.count() == 5


def test_the_open_form_and_the_record_can_be_read_and_pressed_by_everybody(demo_site, new_context, axe):
    page = new_context(viewport={"width": 360, "height": 844}, reduced_motion="reduce").new_page()
    page.goto(demo_site + LIST)
    assert page.evaluate(PAST_THEIR_CARD) == []
    for address in (LIST + "?service=firearms&access=hearing_loop", LIST + "kettering/"):
        page.goto(demo_site + address)
        assert page.evaluate(TOO_SMALL) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            found = axe.run(page, options=WCAG).response["violations"]
            assert not found, (address, scheme, [(rule["id"], [node["html"][:150] for node in rule["nodes"][:4]]) for rule in found])
