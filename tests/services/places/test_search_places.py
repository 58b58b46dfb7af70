"""Thirty everyday spellings, and anything at all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.places.search_places import MOST, search_places
from services.work import Work

SPELLINGS = [
    ("Phường Linh Sơn", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
    ("linh son", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
    ("linh son thai nguyen", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
    ("LINH SƠN", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
    ("p. linh sơn", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
    ("P.Linh Sơn, Thái Nguyên", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
    ("lin son", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
    ("linhson", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
    ("phan dinh phung", "Phường Phan Đình Phùng, Tỉnh Thái Nguyên"),
    ("phan đình phùng", "Phường Phan Đình Phùng, Tỉnh Thái Nguyên"),
    ("pdinh phung phan", "Phường Phan Đình Phùng, Tỉnh Thái Nguyên"),
    ("bac can", "Phường Bắc Kạn, Tỉnh Thái Nguyên"),
    ("bắc cạn", "Phường Bắc Kạn, Tỉnh Thái Nguyên"),
    ("x. đại từ", "Xã Đại Từ, Tỉnh Thái Nguyên"),
    ("dai tu", "Xã Đại Từ, Tỉnh Thái Nguyên"),
    ("định hoá", "Xã Định Hóa, Tỉnh Thái Nguyên"),
    ("dinh hoa", "Xã Định Hóa, Tỉnh Thái Nguyên"),
    ("song cong", "Phường Sông Công, Tỉnh Thái Nguyên"),
    ("pho yen", "Phường Phổ Yên, Tỉnh Thái Nguyên"),
    ("tan cuong", "Xã Tân Cương, Tỉnh Thái Nguyên"),
    ("na ri", "Xã Na Rì, Tỉnh Thái Nguyên"),
    ("na rỳ", "Xã Na Rì, Tỉnh Thái Nguyên"),
    ("ba be", "Xã Ba Bể, Tỉnh Thái Nguyên"),
    ("ba dinh ha noi", "Phường Ba Đình, Thành phố Hà Nội"),
    ("ba đình hn", "Phường Ba Đình, Thành phố Hà Nội"),
    ("ben thanh tphcm", "Phường Bến Thành, Thành phố Hồ Chí Minh"),
    ("p bến thành tp hcm", "Phường Bến Thành, Thành phố Hồ Chí Minh"),
    ("phu quoc", "Đặc khu Phú Quốc, Tỉnh An Giang"),
    ("kon tum", "Phường Kon Tum, Tỉnh Quảng Ngãi"),
    ("chùa hang", "Phường Linh Sơn, Tỉnh Thái Nguyên"),
]


@pytest.mark.parametrize(("typed", "meant"), SPELLINGS)
def test_everyday_spellings_bring_what_was_meant_first(
    work: Work, typed: str, meant: str
) -> None:
    found = [place.words for place in search_places(work, typed)]

    assert found[:1] == [meant], found


def test_the_own_province_comes_first_among_equals(work: Work) -> None:
    found = search_places(work, "tân thành", 20)

    assert found[0].province == "Tỉnh Thái Nguyên"
    assert len({place.province for place in found}) > 1


def test_a_former_name_says_that_it_is_one(work: Work) -> None:
    found = search_places(work, "chua hang")

    assert found[0].formerly == "Phường Chùa Hang, Thành phố Thái Nguyên"


def test_one_letter_asks_for_nothing(work: Work) -> None:
    assert search_places(work, "a") == []


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(max_size=400), limit=st.integers(-5, 100))
def test_no_text_crashes_the_search(work: Work, text: str, limit: int) -> None:
    assert len(search_places(work, text, limit)) <= MOST
