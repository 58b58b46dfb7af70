"""Speak a picture code for whoever cannot read the picture (R33)."""

import io
import random
import wave
from array import array
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from uuid import UUID

from services.accounts.keys import keyed_hash
from services.accounts.new_picture_code import require_open_picture, spoken_answer
from services.work import Work

RATE = 11_025  # samples a second, of the files and of the answer
BEFORE, BETWEEN = (0.4, 0.7), (0.55, 0.95)  # seconds of pause
SPEED, LOUDNESS = (0.92, 1.1), (0.75, 0.9)
# The background: digits backwards, and white noise. The loudest digit (30,000), it
# and the noise stay within 16 bits together, so that nothing is ever cut off.
BABBLE, MIDDLE = 0.08, 128
HISS = [(grain - MIDDLE) * 90 // MIDDLE for grain in range(256)]
MOST_READINGS = 99

Sound = list[int]


def speak_picture_code(work: Work, code_id: UUID, reading: int = 1) -> bytes:
    """Return six digits as a sound (WAV), while the picture can still be used.

    Each reading sounds different. One and the same reading stays the same, for
    players fetch a sound in pieces.
    """
    require_open_picture(work, code_id)
    which = f"{code_id}.{min(max(reading, 1), MOST_READINGS)}"
    seed = keyed_hash(work.secret, "picture-sound", which)
    chance = random.Random(seed)  # the background is no secret; the digits are
    return _as_wave(_mix(spoken_answer(work.secret, code_id), chance))


def _mix(digits: str, chance: random.Random) -> Sound:
    """Put the digits over a background, with pauses of different lengths."""
    placed: list[tuple[int, Sound]] = []
    at = _samples(chance.uniform(*BEFORE))
    for digit in digits:
        speed, loudness = chance.uniform(*SPEED), chance.uniform(*LOUDNESS)
        spoken = _changed(_digit(int(digit)), speed, loudness)
        placed.append((at, spoken))
        at += len(spoken) + _samples(chance.uniform(*BETWEEN))
    mixed = _background(at, chance)
    for start, spoken in placed:
        end = start + len(spoken)
        under = mixed[start:end]
        mixed[start:end] = [a + b for a, b in zip(spoken, under, strict=True)]
    return mixed


def _background(length: int, chance: random.Random) -> Sound:
    mixed = [HISS[grain] for grain in chance.randbytes(length)]
    for start, voice in _babble(length, chance):
        end = min(start + len(voice), length)
        pieces = zip(mixed[start:end], voice, strict=False)
        mixed[start:end] = [a + b for a, b in pieces]
    return mixed


def _babble(length: int, chance: random.Random) -> Iterator[tuple[int, Sound]]:
    """Yield digits played backwards, one after another to the end."""
    start = 0
    while start < length:
        voice = _changed(_digit(chance.randrange(10)), chance.uniform(0.8, 1.3), BABBLE)
        yield start, voice[::-1]
        start += len(voice) + _samples(chance.uniform(0.0, 0.1))


def _changed(sound: Sound, speed: float, loudness: float) -> Sound:
    """Return the sound slower or faster, and softer."""
    length = int(len(sound) / speed)
    return [int(sound[int(place * speed)] * loudness) for place in range(length)]


def _samples(seconds: float) -> int:
    return int(seconds * RATE)


def _as_wave(sound: Sound) -> bytes:
    """Return the sound as WAV in 8 bits: half the weight, and as clear by voice."""
    grains = bytes([(sample >> 8) + MIDDLE for sample in sound])
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(grains)
    return written.getvalue()


@cache
def _digit(digit: int) -> Sound:
    path = Path(__file__).with_name("digits") / f"{digit}.wav"
    with wave.open(str(path), "rb") as file:
        return list(array("h", file.readframes(file.getnframes())))
