"""Every message has its words, fits its channel and names nobody."""

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from dvc_app.wording import notifications as wording
from services.core.text import strip_marks
from services.notifications.models import LINK_LETTERS, Notification, Sort, Subject
from services.notifications.rules import SORTS
from services.notifications.texts import LONGEST_SMS, message_texts, shortened
from services.province import Province, province
from services.settings import settings
from tests.conftest import NOON
from tests.services.procedures.catalogue_files import LIST, with_national_files

LONGEST_HOST = "https://dichvucong.bariavungtau.gov.vn"
LONGEST_NAME = "Thành phố Hồ Chí Minh"
LONGEST_CODE = "000.00.12.H55-261123-00001"
# The first words of the longest name of the national catalogue, 1,192 letters.
LONGEST_PROCEDURE = (
    "Đăng ký biến động đối với trường hợp thay đổi quyền sử dụng đất, quyền sở hữu tài "
    "sản gắn liền với đất theo thỏa thuận của các thành viên hộ gia đình; "
) * 8
MOMENTS = ("", "2026-12-05", "2026-12-05T10:00:00+00:00")
FACTS = tuple(
    {"day": day, "code": code, "procedure": procedure}
    for day in MOMENTS
    for code in ("", "H55.01-261123-1", LONGEST_CODE)
    for procedure in ("", "Khai tử", LONGEST_PROCEDURE)
)
PRIVATE = {
    "name": "Trần Văn Bình",
    "number": "999085000022",
    "title": "Giấy khai sinh của Trần Thị Cúc",
    "phone": "0900000022",
    "reason": "Ông Bình chưa ký",
}


@pytest.fixture
def longest(monkeypatch: pytest.MonkeyPatch) -> Iterator[Province]:
    """A province whose every name is as long as any."""
    monkeypatch.setenv("DVC_PUBLIC_URL", LONGEST_HOST)
    settings.cache_clear()
    yield Province(
        code="H29",
        name=LONGEST_NAME,
        hotline="0208 000 1022 5678",
        email="",
        website="",
        service_centre="",
        profile={},
    )
    settings.cache_clear()


def told(subject: Subject, **facts: str) -> Notification:
    given: dict[str, Any] = {"account_id": uuid4(), "key": "key", "at": NOON}
    return Notification(**given, subject=subject, path="/", facts=facts)


@pytest.mark.parametrize("subject", Subject)
def test_every_sms_is_one_message_with_its_whole_link(
    longest: Province, subject: Subject
) -> None:
    for facts in FACTS:
        news = told(subject, **facts)

        text = message_texts(longest, news).sms

        assert len(text) <= LONGEST_SMS, facts
        assert text.isascii(), facts
        assert text.count("(") == text.count(")"), facts
        assert f"{LONGEST_HOST}/m/{news.link}" in text, facts
        assert "$" not in text, facts
        assert "  " not in text, facts


@pytest.mark.parametrize("subject", Subject)
def test_every_subject_has_words_on_every_channel_and_on_the_page(
    subject: Subject,
) -> None:
    news = told(subject, code=LONGEST_CODE, procedure="Khai tử", day="2026-12-05")

    texts = message_texts(province("thai-nguyen"), news)

    link = f"{settings().public_url}/m/{news.link}"
    assert link in texts.mail
    assert texts.zalo["duong_dan"] == link
    assert all(texts.zalo.values())
    assert texts.subject
    assert "$" not in texts.mail + json.dumps(texts.zalo)
    assert wording.TITLES[subject]
    assert wording.SENTENCES[subject]
    assert subject in SORTS
    assert strip_marks(texts.mail) != texts.mail


@pytest.mark.parametrize("subject", Subject)
def test_no_message_names_a_person_or_a_paper(subject: Subject) -> None:
    news = told(subject, code="H55.01-261123-0001", procedure="Khai tử", **PRIVATE)

    texts = message_texts(province("thai-nguyen"), news)

    said = " ".join([texts.sms, texts.subject, texts.mail, *texts.zalo.values()])
    plain = strip_marks(said)
    for private in PRIVATE.values():
        assert strip_marks(private) not in plain
    assert not re.search(r"\b\d{9}\b|\b\d{12}\b", plain)


@pytest.mark.parametrize("sort", Sort)
def test_every_kind_has_a_name_and_something_to_tell(sort: Sort) -> None:
    assert wording.SORTS[sort]
    assert sort in SORTS.values()


@with_national_files
def test_every_real_name_leaves_one_message(longest: Province) -> None:
    with gzip.open(LIST, "rt", encoding="utf-8") as lines:
        names = [json.loads(line)["name"] for line in lines]

    for name in names:
        for subject in (Subject.RECEIVED, Subject.HAND_OVER_FAILED):
            news = told(subject, code=LONGEST_CODE, procedure=name, day=MOMENTS[2])
            texts = message_texts(longest, news)
            assert len(texts.sms) <= LONGEST_SMS
            assert texts.sms.isascii()
            assert len(texts.zalo["ten_dich_vu"]) <= 200


def test_a_name_is_cut_between_words() -> None:
    assert shortened("Cấp giấy phép xây dựng", 16) == "Cấp giấy phép..."
    assert shortened("Khai tử", 16) == "Khai tử"
    assert shortened("A" * 30, 10) == "AAAAAAA..."


def test_a_link_has_no_letters_that_look_alike() -> None:
    assert not set("01ilo") & set(LINK_LETTERS)


def test_the_day_is_the_provinces_own() -> None:
    news = told(Subject.RECEIVED, code="H55", day="2026-12-05T18:30:00+00:00")

    texts = message_texts(province("thai-nguyen"), news)

    assert "01h30 06/12" in texts.sms
    assert "01:30 ngày 06/12/2026" in texts.mail
