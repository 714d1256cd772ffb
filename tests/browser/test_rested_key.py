"""The Escape key may be off in one tab at the most, and nobody who comes after meets a dead key (docs/adr/0021)."""

import pytest

OFF = "The Escape key is off in this tab."


@pytest.fixture
def tab(new_context):
    context = new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    return context.new_page()


@pytest.fixture
def rested(tab, stage):
    """A tab in which somebody has turned the key off."""
    tab.goto(stage.site + "/leaving-this-site/")
    tab.click("[data-escape=off]")
    assert tab.inner_text("[data-escape-said]") == OFF
    return tab


def says_off(tab) -> bool:
    return OFF in tab.inner_text(".exit")


def leaves(tab, stage) -> None:
    """The key works: one press leads out."""
    assert not says_off(tab)
    tab.keyboard.press("Escape")
    tab.wait_for_url(stage.elsewhere + "/weather")


def test_it_stays_off_from_page_to_page_and_after_a_reload_and_back_and_the_bar_says_so(rested, stage):
    for step in (
        lambda: rested.goto(stage.site + "/news/"),
        lambda: rested.click(".masthead .wordmark"),
        rested.reload,
        lambda: rested.go_back(wait_until="commit"),
        lambda: rested.go_forward(wait_until="commit"),
    ):
        step()
        rested.wait_for_selector(".exit__off")
        assert says_off(rested)
        address = rested.url
        rested.keyboard.press("Escape")
        rested.wait_for_timeout(150)
        assert rested.url == address and not stage.left()
    rested.click(".exit [data-escape=on]")
    assert rested.evaluate("() => document.activeElement.matches('[data-leave]')")
    leaves(rested, stage)


def test_it_stays_off_however_busy_the_machine(rested, stage):
    """A page waits half a second for the choice of the one before. On a busy machine that is over while it is put away itself."""
    late = "window.late = []; const wait = setTimeout; window.setTimeout = (step, time) => time === 500 ? late.push(step) : wait(step, time)"
    rested.context.add_init_script(late)
    stage.set(script="addEventListener('pagehide', () => late.forEach((step) => step()), true)")
    for step in (
        lambda: rested.goto(stage.site + "/news/"),
        lambda: rested.goto(stage.site + "/advice/"),
        rested.reload,
        lambda: rested.go_back(wait_until="commit"),
        lambda: rested.go_forward(wait_until="commit"),
    ):
        step()
        rested.wait_for_selector(".exit__off")
    assert says_off(rested) and rested.url == stage.site + "/advice/"


def test_a_copy_of_the_tab_has_a_working_key(rested, stage):
    rested.goto(stage.site + "/news/")
    # Browsers copy sessionStorage into a duplicated tab and into a window that a page opens: nothing of it is there to be copied.
    assert rested.evaluate("() => Object.keys(sessionStorage)") == []
    with rested.context.expect_page() as opened:
        rested.evaluate("() => { window.open('/advice/') }")
    opened.value.wait_for_load_state()
    assert says_off(rested)
    leaves(opened.value, stage)


def test_another_tab_has_its_own_key(rested, stage):
    other = rested.context.new_page()
    other.goto(stage.site + "/news/")
    leaves(other, stage)


@pytest.mark.parametrize("returns", ["by the address", "by Back"])
def test_whoever_comes_back_to_the_tab_from_another_site_finds_the_key_working(rested, stage, returns):
    rested.goto(stage.elsewhere + "/search")
    rested.wait_for_timeout(2200)
    if returns == "by Back":
        rested.go_back(wait_until="commit")
        rested.wait_for_timeout(500)
        assert rested.url == stage.site + "/leaving-this-site/"
    else:
        rested.goto(stage.site + "/news/")
    leaves(rested, stage)


def test_whoever_comes_after_an_exit_finds_the_key_working(rested, stage):
    rested.click(".exit [data-leave]", no_wait_after=True)
    rested.wait_for_url(stage.elsewhere + "/weather")
    rested.wait_for_timeout(5200)
    rested.goto(stage.site + "/news/")
    leaves(rested, stage)


def test_a_rested_key_never_holds_up_another_tabs_exit(rested, stage):
    other = rested.context.new_page()
    other.goto(stage.site + "/news/")
    leaves(other, stage)
    rested.wait_for_url(stage.elsewhere + "/weather", timeout=1000)


def test_where_storage_is_blocked_there_is_no_switch_and_the_key_works(tab, stage):
    tab.add_init_script("Object.defineProperty(window, 'sessionStorage', {get: () => { throw new Error('blocked') }})")
    tab.goto(stage.site + "/leaving-this-site/")
    assert not tab.is_visible("[data-escape-switch]")
    leaves(tab, stage)
