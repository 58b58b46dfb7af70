"""Old addresses as people write them find the commune of today."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.places.convert_former import MOST, convert_former
from services.work import Work

LINH_SON = "Phường Linh Sơn, Tỉnh Thái Nguyên"
OLD_ADDRESSES = [
    ("phường Chùa Hang, thành phố Thái Nguyên, tỉnh Thái Nguyên", LINH_SON, ""),
    ("phuong chua hang thanh pho thai nguyen tinh thai nguyen", LINH_SON, ""),
    ("Số 12 tổ 3, P. Chùa Hang, TP. Thái Nguyên", LINH_SON, "Số 12 tổ 3"),
    ("P.Chùa Hang, TP.Thái Nguyên, T.Thái Nguyên", LINH_SON, ""),
    (
        "xóm Đình, xã Bình Thuận, huyện Đại Từ, tỉnh Thái Nguyên",
        "Xã Đại Từ, Tỉnh Thái Nguyên",
        "xóm Đình",
    ),
    (
        "TT. Hùng Sơn, H. Đại Từ, Thái Nguyên",
        "Xã Đại Phúc, Tỉnh Thái Nguyên",
        "",
    ),
    (
        "thôn Nà Phja, xã Khang Ninh, huyện Ba Bể, tỉnh Bắc Kạn",
        "Xã Ba Bể, Tỉnh Thái Nguyên",
        "thôn Nà Phja",
    ),
    ("khang ninh ba be bac can", "Xã Ba Bể, Tỉnh Thái Nguyên", ""),
    (
        "12 Lý Thường Kiệt, phường 7, quận 10, TP.HCM",
        "Phường Diên Hồng, Thành phố Hồ Chí Minh",
        "12 Lý Thường Kiệt",
    ),
    ("P.7, Q.10, TPHCM", "Phường Diên Hồng, Thành phố Hồ Chí Minh", ""),
    ("p7 q10 hcm", "Phường Diên Hồng, Thành phố Hồ Chí Minh", ""),
    (
        "huyện Côn Đảo, tỉnh Bà Rịa - Vũng Tàu",
        "Đặc khu Côn Đảo, Thành phố Hồ Chí Minh",
        "",
    ),
    ("phường Chùa Hnag, thành phố Thái Nguyên, tỉnh Thái Nguyên", LINH_SON, ""),
]


@pytest.mark.parametrize(("old", "new", "detail"), OLD_ADDRESSES)
def test_old_addresses_find_the_present_commune(
    work: Work, old: str, new: str, detail: str
) -> None:
    found = convert_former(work, old)

    assert [place.words for place in found.places][:1] == [new], found
    assert found.detail == detail
    assert found.old == old


def test_a_divided_ward_is_a_choice_and_the_likeliest_comes_first(work: Work) -> None:
    found = convert_former(work, "phường Cống Vị, quận Ba Đình, thành phố Hà Nội")

    names = [place.name for place in found.places]
    assert names == ["Phường Ngọc Hà", "Phường Giảng Võ"]


def test_the_former_unit_is_named_beside_each_suggestion(work: Work) -> None:
    found = convert_former(work, "P. Chùa Hang, TP. Thái Nguyên")

    assert found.places[0].formerly == (
        "Phường Chùa Hang, Thành phố Thái Nguyên, Tỉnh Thái Nguyên"
    )


def test_marks_tell_apart_what_letters_alone_do_not(work: Work) -> None:
    plain = convert_former(work, "xa tan thanh, huyen phu binh, thai nguyen")

    assert [place.name for place in plain.places] == ["Xã Tân Thành"]


def test_words_that_name_no_place_suggest_none(work: Work) -> None:
    assert convert_former(work, "nhà tôi ở cạnh gốc đa").places == ()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text(max_size=400)
    | st.lists(
        st.sampled_from(["P.", "xã", "7", ",", "q10", "Tân", "An", "hcm", "t", "\x00"]),
        max_size=60,
    ).map(" ".join)
)
def test_no_text_crashes_the_conversion(work: Work, text: str) -> None:
    assert len(convert_former(work, text).places) <= MOST
