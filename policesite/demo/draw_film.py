"""Makes the film: `python -m policesite.demo.draw_film`. Needs Chromium, Playwright and ffmpeg, only when run by hand.

`python -m policesite.demo.draw_film posters pl bn` draws the posters alone, or those of some languages; the faces that
`drawing.posters` names must be installed.

Every frame is drawn as SVG by `drawing.film`, rendered by Chromium and joined by ffmpeg: 1280 × 720, H.264 and AAC,
ready to play before it is all there (faststart), under 500 KB.
"""

import subprocess
import sys
import tempfile
import wave
from pathlib import Path

from playwright.sync_api import sync_playwright

from policesite.demo.draw import CHROMIUM, FLAGS, render
from policesite.demo.drawing import film, music, posters

FOLDER = Path(__file__).parent / "film"
VIDEO_BITS, AUDIO_BITS = 42_000, 24_000  # a second
PAGE = "<style>*{margin:0}svg{display:block;width:1280px;height:720px}</style><body></body>"


def ffmpeg(*arguments, **more):
    return subprocess.Popen(["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *map(str, arguments)], **more)


def draw_frames(page, target):
    """Every frame in its order, kept without loss."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.set_content(PAGE)
    join = ffmpeg(
        "-f", "image2pipe", "-framerate", film.RATE, "-i", "-", "-c:v", "libx264rgb", "-qp", 0, "-preset", "ultrafast", target, stdin=subprocess.PIPE
    )
    for number in range(film.SECONDS * film.RATE):
        page.evaluate("text => document.body.innerHTML = text", film.frame(number / film.RATE))
        join.stdin.write(page.screenshot(type="png"))
    join.stdin.close()
    join.wait()


def write_music(target):
    with wave.open(str(target), "wb") as file:
        file.setparams((1, 2, music.RATE, 0, "NONE", ""))
        file.writeframes(music.bed(film.SECONDS).tobytes())


def join_up(frames, sound, log):
    """Two passes, so that the few bytes go where something moves."""
    video = ["-c:v", "libx264", "-preset", "veryslow", "-tune", "animation", "-b:v", VIDEO_BITS, "-g", film.RATE * 10, "-passlogfile", log]
    colour = ["-vf", "scale=out_color_matrix=bt709,format=yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
    ffmpeg("-i", frames, *video, *colour, "-pass", 1, "-an", "-f", "null", "/dev/null").wait()
    audio = ["-c:a", "aac", "-b:a", AUDIO_BITS, "-ac", 1]
    ffmpeg(
        "-i",
        frames,
        "-i",
        sound,
        *video,
        *colour,
        "-pass",
        2,
        *audio,
        "-map_metadata",
        -1,
        "-fflags",
        "+bitexact",
        "-movflags",
        "+faststart",
        FOLDER / "neighbourhood-policing.mp4",
    ).wait()


def draw_posters(page, languages):
    for language in languages:
        render(page, posters.poster(language), (1280, 720)).save(FOLDER / f"poster-{language}.webp", quality=90, method=6)


def main():
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        draw_posters(page, [name for name in sys.argv[1:] if name in posters.TITLES] or posters.TITLES)
        if "posters" not in sys.argv:
            frames, sound = Path(folder, "frames.mkv"), Path(folder, "music.wav")
            draw_frames(page, frames)
            write_music(sound)
            join_up(frames, sound, Path(folder, "passes"))
        browser.close()


if __name__ == "__main__":
    main()
