"""The e-receipt on paper: what was paid, by whom, and how anybody checks it."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from services.papers.printing import print_payment_receipt
from tests.services.papers.samples import PAYMENT_RECEIPT as FACTS


def words(pdf: bytes) -> str:
    """Return the text of the paper, each run of blanks as one."""
    pages = PdfReader(BytesIO(pdf)).pages
    text = " ".join(page.extract_text() for page in pages)
    return " ".join(text.replace("\u200b", "").split())


def test_the_receipt_names_payer_lines_sum_and_both_numbers() -> None:
    text = words(print_payment_receipt(FACTS))

    for told in (
        "BIÊN LAI THU PHÍ, LỆ PHÍ",
        "Ký hiệu: H55.92-2026",
        "Số: 0000123",
        "Họ và tên người nộp tiền: Trần Minh An",
        "Lệ phí cấp đổi",
        "Nghị quyết 05/2026/NQ-HĐND tỉnh",
        "100.000",
        "24.000",
        "124.000",
        "Một trăm hai mươi tư nghìn đồng",
        "14422574",
        "2026112108370201",
        "Trả bằng: BIDV",
        "01 giờ 37 phút, ngày 22 tháng 11 năm 2026",
    ):
        assert told in text


def test_a_reprint_has_the_same_bytes() -> None:
    assert print_payment_receipt(FACTS) == print_payment_receipt(FACTS)


def test_a_receipt_from_before_the_filing_has_no_code_and_says_so() -> None:
    text = words(print_payment_receipt(replace(FACTS, dossier_code="")))

    assert "chưa gửi khi nộp tiền" in text


def test_twenty_lines_and_long_names_still_have_their_sum() -> None:
    line = replace(FACTS.lines[0], name="Phí thẩm định hồ sơ " * 8)
    text = words(print_payment_receipt(replace(FACTS, lines=(line,) * 20)))

    assert text.count("Phí thẩm định hồ sơ") >= 160
    assert "124.000" in text
