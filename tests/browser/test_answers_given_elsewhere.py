"""A choice counts on every page that is open or that Back returns to; and the bar promises no key where none can work."""


def test_cc11_a_page_that_back_returns_to_knows_of_the_answer_given_since(demo_site, page):
    page.goto(demo_site + "/")
    page.goto(demo_site + "/news/")
    page.click("button[name=all][value=no]")
    page.wait_for_selector(".cookies__said")
    page.go_back(wait_until="commit")  # a page kept for Back fires no load event
    page.wait_for_timeout(600)
    assert page.evaluate("() => location.pathname") == "/"
    assert page.evaluate("() => document.documentElement.dataset.consent") == "known"
    assert page.evaluate("() => getComputedStyle(document.querySelector('.cookies')).display") == "none"


def test_cc11_a_no_in_one_tab_counts_in_the_others_at_once(demo_site, context):
    first, second = context.new_page(), context.new_page()
    first.goto(demo_site + "/")
    second.goto(demo_site + "/cookies/")
    first.click(".cookies button[name=all][value=yes]")
    first.wait_for_selector(".cookies__said")
    assert first.evaluate("() => window.consent('analytics')")
    context.clear_cookies()
    assert not first.evaluate("() => window.consent('analytics')")


def test_qe20_without_scripts_the_bar_does_not_speak_of_a_key(demo_site, new_context):
    page = new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800}).new_page()
    page.goto(demo_site + "/")
    assert page.is_visible(".exit [data-leave]")
    assert not page.is_visible(".exit__long")
