"""A quiet bed of music for the film, made from sines: soft chords and a plucked line. No samples, no recordings."""

import math
from array import array

RATE = 22050
BEAT = 0.625  # seconds
CHORDS = ((130.81, 196.00, 329.63), (110.00, 164.81, 261.63), (87.31, 174.61, 261.63), (98.00, 196.00, 293.66))
LINE = ((0, 523.25), (1.5, 659.25), (2, 783.99), (4, 659.25), (5, 523.25), (6.5, 587.33))  # beat in the bar, hertz


def _add(track, start, length, hertz, loud, attack, fade):
    """Mix one note into `track`; `fade` is how fast it dies away, per second."""
    first, count = int(start * RATE), int(length * RATE)
    turn = 2 * math.pi * hertz / RATE
    for i in range(min(count, len(track) - first)):
        t = i / RATE
        shape = min(1, t / attack) * math.exp(-fade * t) * min(1, (length - t) / 0.08)
        track[first + i] += loud * shape * (math.sin(turn * i) + 0.28 * math.sin(2 * turn * i))


def bed(seconds):
    """The whole track as 16-bit mono samples at RATE, faded in and out."""
    track = array("d", bytes(8 * int(seconds * RATE)))
    bar = 8 * BEAT
    for index in range(int(seconds / bar) + 1):
        for hertz in CHORDS[index % 4]:
            _add(track, index * bar, bar + 0.5, hertz, 0.07, 0.9, 0.12)
        for beat, hertz in LINE:
            _add(track, index * bar + beat * BEAT, 1.6, hertz * (1 if index % 2 else 0.75), 0.085, 0.012, 2.6)
    edge = 1.5 * RATE
    return array("h", (int(32000 * max(-1, min(1, v * min(1, i / edge, (len(track) - i) / edge)))) for i, v in enumerate(track)))
