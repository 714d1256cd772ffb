"""How long the page can still be seen after the key, ours beside GOV.UK's component on the same page. `make bench` runs it; no test does.

The destination hangs, so that nothing but the page itself takes the content away. Times run from the first key to the frame
that shows nothing any more: ours takes one press of Escape, theirs three of Shift, here at the pace of a person in a hurry.
"""

import re
import shutil
import statistics
import subprocess
import time

import pytest

from .stage import Stage

LONGEST = "/advice/domestic-abuse/"
RUNS = 9
PACE = 150  # milliseconds between two presses of a person in a hurry
KEYS = {"Escape": 27, "Shift": 16}

# Every frame from the first key on, until the content is not rendered; the frame after it is the one that shows nothing.
MEASURE = """
addEventListener('keydown', () => {
  if (window.pressed) return;
  window.pressed = performance.now();
  const look = () => {
    const main = document.querySelector('main');
    if (main?.checkVisibility({visibilityProperty: true})) return requestAnimationFrame(look);
    requestAnimationFrame(() => {
      const took = performance.now() - pressed;
      setTimeout(() => fetch('/report', {method: 'POST', body: JSON.stringify(took)}), 400);
    });
  };
  requestAnimationFrame(look);
}, true);
"""
COMPONENT = """<div class="govuk-exit-this-page" data-module="govuk-exit-this-page">
<a href="%s" role="button" draggable="false" class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
data-module="govuk-button" rel="nofollow noreferrer"><span class="govuk-visually-hidden">Emergency</span> Exit this page</a></div>"""


@pytest.fixture(scope="module")
def stage(demo_site):
    stage = Stage(demo_site)
    yield stage
    stage.clear()


@pytest.fixture(scope="module")
def govuk(tmp_path_factory):
    """The component's script and style from npm, or None where npm cannot be had."""
    folder = tmp_path_factory.mktemp("npm")
    if not shutil.which("npm"):
        return None
    done = subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, "govuk-frontend"], check=False
    )
    package = folder / "node_modules/govuk-frontend"
    return None if done.returncode else package


def ours(stage) -> None:
    stage.set("/hang")


def theirs(stage, package) -> None:
    """The same page with their component in the place of ours."""
    dist = package / "dist/govuk"
    start = "document.addEventListener('DOMContentLoaded', () => { document.body.classList.add('govuk-frontend-supported'); new GOVUKFrontend.ExitThisPage(document.querySelector('.govuk-exit-this-page')) })"
    style = re.sub(r"@import[^;]+;|url\([^)]*\)", "none", (dist / "govuk-frontend.min.css").read_text())

    def edit(html: str) -> str:
        html = re.sub(r"<script>\(function \(page, tab\).*?</script>", "", html, flags=re.DOTALL)
        html = html.replace("</head>", '<link rel="stylesheet" href="/added.css"></head>')
        return re.sub(r"<a [^>]*data-leave.*?</a>", lambda _: COMPONENT % stage.destination, html, count=1, flags=re.DOTALL)

    stage.set("/hang", edit=edit, script=(dist / "all.bundle.js").read_text() + start, style=style)


def one_run(browser, stage, key: str, presses: int, slower: int) -> float:
    """Milliseconds from the first key to an empty frame."""
    stage.reports.clear()
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.add_init_script(MEASURE)
    tab.goto(stage.site + LONGEST)
    session = context.new_cdp_session(tab)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    tab.wait_for_timeout(200)
    for press in range(presses):
        for kind in ("rawKeyDown", "keyUp"):
            session.send(
                "Input.dispatchKeyEvent",
                {"type": kind, "key": key, "code": key + ("Left" if key == "Shift" else ""), "windowsVirtualKeyCode": KEYS[key]},
            )
        if press < presses - 1:
            time.sleep(PACE / 1000)
    deadline = time.monotonic() + 20
    while not stage.reports and time.monotonic() < deadline:
        tab.wait_for_timeout(20)
    context.close()
    return stage.reports[0]


def median(browser, stage, key, presses, slower) -> float:
    return statistics.median(one_run(browser, stage, key, presses, slower) for _ in range(RUNS))


def test_from_the_key_to_an_empty_frame(browser, stage, govuk, capsys):
    rows = []
    for slower, most, times in ((1, 50, 5), (6, 250, 2)):
        ours(stage)
        mine = median(browser, stage, "Escape", 1, slower)
        row = f"{slower}× CPU: ours {mine:6.0f} ms (at most {most})"
        if govuk:
            theirs(stage, govuk)
            other = median(browser, stage, "Shift", 3, slower)
            row += f"   GOV.UK {other:6.0f} ms   {other / mine:4.1f} times as long (at least {times})"
        rows.append(row)
    with capsys.disabled():
        print("\nFrom the first key to an empty frame, destination hanging, median of", RUNS, "runs")
        print("\n".join(rows) + ("" if govuk else "\nnpm could not give us govuk-frontend: nothing to compare with."))
