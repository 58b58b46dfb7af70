"""The spoken picture code: clear enough for people, different every time."""

import dataclasses
import io
import wave
from uuid import UUID, uuid4

import pytest

from services.accounts import speak_picture_code as speaking
from services.accounts.new_picture_code import (
    LIFE,
    new_picture_code,
    picture_answer,
    spoken_answer,
)
from services.accounts.prove_human import HumanProof, prove_human
from services.accounts.speak_picture_code import RATE, speak_picture_code
from services.core.errors import NotFound
from services.work import Work
from tests.conftest import SECRET
from tests.factories.accounts import visiting

FRAME = RATE // 50  # 20 ms
QUIET, LOUD = 4, 12  # of 128: what is background, and what is a voice


def samples(sound: bytes) -> list[int]:
    with wave.open(io.BytesIO(sound)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 1)
        assert file.getframerate() == RATE
        return [grain - 128 for grain in file.readframes(file.getnframes())]


def loudness(sound: list[int]) -> list[float]:
    """Return how loud each piece of 20 ms is."""
    return [
        (sum(x * x for x in sound[at : at + FRAME]) / FRAME) ** 0.5
        for at in range(0, len(sound) - FRAME, FRAME)
    ]


def words(sound: list[int]) -> int:
    """Count the stretches that stand out, with a fifth of a second between them."""
    found, silent = 0, 10
    for level in loudness(sound):
        if level > LOUD:
            found += silent >= 10
            silent = 0
        else:
            silent += 1
    return found


def spoken(work: Work) -> tuple[UUID, bytes]:
    code_id = new_picture_code(work)
    return code_id, speak_picture_code(work, code_id)


@pytest.mark.parametrize("digits", ["000000", "190357", "268462", "777777", "345678"])
def test_six_words_stand_out_from_the_background(
    work: Work, monkeypatch: pytest.MonkeyPatch, digits: str
) -> None:
    monkeypatch.setattr(speaking, "spoken_answer", lambda _secret, _id: digits)
    _code_id, sound = spoken(visiting(work))
    heard = samples(sound)
    assert words(heard) == 6
    assert 5 < len(heard) / RATE < 12
    levels = sorted(loudness(heard))
    assert levels[len(levels) // 3] < QUIET, "pauses are quiet"
    assert levels[-12] > 4 * QUIET, "words are loud"


def test_nothing_is_cut_off_at_the_top(work: Work) -> None:
    heard = samples(spoken(visiting(work))[1])
    assert max(heard) < 127
    assert min(heard) > -128


def test_one_reading_is_the_same_and_another_is_not(work: Work) -> None:
    work = visiting(work)
    code_id, first = spoken(work)
    assert speak_picture_code(work, code_id, 1) == first
    second = speak_picture_code(work, code_id, 2)
    assert second != first
    assert words(samples(second)) == 6


def test_a_sound_is_light_enough_for_a_phone(work: Work) -> None:
    assert len(spoken(visiting(work))[1]) < 130_000


def test_a_number_of_readings_past_the_last_is_the_last(work: Work) -> None:
    work = visiting(work)
    code_id = new_picture_code(work)
    assert speak_picture_code(work, code_id, 10**9) == speak_picture_code(
        work, code_id, speaking.MOST_READINGS
    )


def test_the_digits_are_not_those_of_the_picture() -> None:
    for _ in range(50):
        code_id = uuid4()
        answer = spoken_answer(SECRET, code_id)
        assert len(answer) == 6
        assert answer.isdecimal()
        assert answer != picture_answer(SECRET, code_id)
    assert spoken_answer(b"another secret", code_id) != spoken_answer(SECRET, code_id)


def test_only_its_own_browser_hears_it_until_used_or_over(work: Work) -> None:
    mine, theirs = visiting(work, "mine"), visiting(work, "theirs")
    code_id, _sound = spoken(mine)
    with pytest.raises(NotFound):
        speak_picture_code(theirs, code_id)
    late = dataclasses.replace(mine, now=mine.now + LIFE)
    with pytest.raises(NotFound):
        speak_picture_code(late, code_id)
    prove_human(mine, HumanProof(code_id, "0"))
    with pytest.raises(NotFound):
        speak_picture_code(mine, code_id)


def test_every_digit_has_its_recording() -> None:
    for digit in range(10):
        sound = speaking._digit(digit)
        assert 0.3 < len(sound) / RATE < 0.9
        assert 15_000 < max(sound) <= 30_000
