"""Amounts in words, as a cashier reads them aloud."""

import pytest

from dvc_app.wording.amounts import spelled_dong


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (14, "Mười bốn đồng"),
        (11, "Mười một đồng"),
        (55, "Năm mươi lăm đồng"),
        (105, "Một trăm lẻ năm đồng"),
        (101, "Một trăm lẻ một đồng"),
        (104, "Một trăm lẻ bốn đồng"),
        (75_000, "Bảy mươi lăm nghìn đồng"),
        (100_000, "Một trăm nghìn đồng"),
        (124_000, "Một trăm hai mươi tư nghìn đồng"),
        (1_000_005, "Một triệu không trăm lẻ năm đồng"),
        (
            2_500_055,
            "Hai triệu năm trăm nghìn không trăm năm mươi lăm đồng",
        ),
        (
            3_021_400_500,
            "Ba tỷ không trăm hai mươi mốt triệu bốn trăm nghìn năm trăm đồng",
        ),
        (10**12, "Một nghìn tỷ đồng"),
    ],
)
def test_an_amount_is_spelled_as_people_say_it(amount: int, words: str) -> None:
    assert spelled_dong(amount) == words
