"""Blank, blurred and dark pages are doubted; readable ones never are (R20)."""

import pytest
from PIL import Image

from services.files.page_quality import doubts_of
from services.files.verdicts import PageDoubt
from tests.services.files.photos import (
    blank_page,
    blurred,
    darkened,
    in_bad_light,
    one_line,
    written_page,
)

GOOD = {
    "a full page": written_page(),
    "in bad light": in_bad_light(written_page()),
    "small letters": written_page(size=20),
    "large letters": written_page(size=60),
    "faint ink": written_page(ink=150),
    "very faint ink": written_page(ink=190),
    "one line": one_line(),
    "hardly out of focus": blurred(written_page(), 1),
    "in the evening": darkened(written_page(), 3),
}
DOUBTED = {
    "out of focus": (blurred(written_page(), 4), PageDoubt.BLURRED),
    "far out of focus": (blurred(written_page(), 10), PageDoubt.BLURRED),
    "out of focus in bad light": (
        in_bad_light(blurred(written_page(), 5)),
        PageDoubt.BLURRED,
    ),
    "faint and out of focus": (blurred(written_page(ink=150), 5), PageDoubt.BLURRED),
    "an empty sheet": (blank_page(), PageDoubt.BLANK),
    "an empty sheet in bad light": (in_bad_light(blank_page()), PageDoubt.BLANK),
    "at night": (darkened(written_page(), 6), PageDoubt.DARK),
    "a covered lens": (Image.new("L", (1200, 1600), 4), PageDoubt.DARK),
}


@pytest.mark.parametrize("case", GOOD)
def test_a_readable_page_is_not_doubted(case: str) -> None:
    assert doubts_of(GOOD[case]) == ()


@pytest.mark.parametrize("case", DOUBTED)
def test_a_page_that_cannot_be_read_is_doubted(case: str) -> None:
    page, doubt = DOUBTED[case]
    assert doubts_of(page) == (doubt,)


def test_the_size_of_the_photo_does_not_matter() -> None:
    page = written_page()
    large, small = page.resize((3508, 4960)), page.resize((900, 1272))

    assert [doubts_of(each) for each in (large, small)] == [(), ()]


def test_the_smallest_pictures_are_judged_too() -> None:
    for side in (1, 2, 19, 40):
        assert len(doubts_of(Image.new("RGB", (side, side), "white"))) == 1
