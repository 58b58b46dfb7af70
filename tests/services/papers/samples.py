"""Facts of invented people, as small as a paper may be and as full as it may get."""

from datetime import UTC, datetime

from services.papers.facts import (
    AcknowledgementSheet,
    ChecklistSheet,
    ListedCase,
    ListedPart,
    PaymentReceiptSheet,
    ReceiptLine,
    ReceiptSheet,
    ReceivedPart,
    SentPart,
)

CODE = "H55.242-261121-0007"
ADDRESS = "https://dichvucong.example/t/3f9c2a71b0"
HANDED_IN = datetime(2026, 11, 21, 18, 37, tzinfo=UTC)  # 01:37 of the 22nd here

ACKNOWLEDGEMENT = AcknowledgementSheet(
    province="Tỉnh Thái Nguyên",
    service_centre="Phường Linh Sơn",
    submitter="Trần Minh An",
    dossier_code=CODE,
    address="Số 12, tổ 5, phường Linh Sơn, tỉnh Thái Nguyên",
    phone="0900 000 123",
    email="an.tran@thu.example",
    request="Cấp đổi Giấy chứng nhận quyền sử dụng đất",
    parts=(SentPart("Đơn đề nghị cấp đổi", 1, 2), SentPart("Sơ đồ thửa đất", 3, 0)),
    sets=1,
    submitted_at=HANDED_IN,
    check_by=datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
    look_up_url=ADDRESS,
    hotline="0208 000 1022",
)

RECEIPT = ReceiptSheet(
    authority="Ủy ban nhân dân phường Linh Sơn",
    one_stop="Trung tâm Phục vụ hành chính công phường Linh Sơn",
    place="Linh Sơn",
    dossier_code=CODE,
    submitter="Trần Minh An",
    channel="Trực tuyến",
    address="Số 12, tổ 5, phường Linh Sơn, tỉnh Thái Nguyên",
    phone="0900 000 123",
    email="an.tran@thu.example",
    citizen_id="999 190 000 001",
    request="Cấp đổi Giấy chứng nhận quyền sử dụng đất",
    applicant="Nguyễn Thị Ánh Tuyết",
    applicant_address="Xóm Đồng Ẩm, xã Đại Từ, tỉnh Thái Nguyên",
    parts=(
        ReceivedPart("Đơn đề nghị cấp đổi", 1, 0, 0),
        ReceivedPart("Văn bản ủy quyền", 0, 41, 43, note="Nộp từ kho giấy tờ"),
    ),
    sets=2,
    time_limit="10 ngày làm việc",
    received_at=HANDED_IN,
    due_at=datetime(2026, 12, 7, 9, 5, tzinfo=UTC),
    collect_at="Số 1 đường Thanh Niên",
    register_book="01/2026",
    register_number=1207,
    officer="Lê Văn Ửng",
    look_up_url=ADDRESS,
    hotline="0208 000 1022",
)

CHECKLIST = ChecklistSheet(
    province="Tỉnh Thái Nguyên",
    procedure="Đăng ký khai sinh lưu động",
    procedure_code="1.000080",
    agency="Ủy ban nhân dân cấp xã",
    where="Bộ phận Một cửa phường Linh Sơn",
    opening_hours="7:00–11:30 và 13:30–17:00",
    time_limit="Ngay trong ngày",
    fee="8.000 đồng",
    cases=(
        ListedCase(
            "Giấy tờ phải nộp",
            (
                ListedPart("Tờ khai đăng ký khai sinh", 1, 0),
                ListedPart(
                    "Giấy chứng sinh", 1, 0, condition="Nếu sinh tại cơ sở y tế"
                ),
            ),
        ),
        ListedCase("", (ListedPart("Giấy tờ tùy thân", 0, 37),)),
    ),
    printed_at=HANDED_IN,
    procedure_url="https://dichvucong.example/thu-tuc/1.000080",
    hotline="0208 000 1022",
)

PAYMENT_RECEIPT = PaymentReceiptSheet(
    authority="Tỉnh Thái Nguyên",
    agency="Phường Linh Sơn",
    place="Thái Nguyên",
    series="H55.92-2026",
    number="0000123",
    payer="Trần Minh An",
    payer_number="999190000001",
    payer_address="Số 12, tổ 5, phường Linh Sơn, tỉnh Thái Nguyên",
    dossier_code=CODE,
    procedure="Cấp đổi Giấy chứng nhận quyền sử dụng đất",
    invoice_number="20261121083702",
    lines=(
        ReceiptLine(
            "Lệ phí cấp đổi", "fee", 100_000, "Nghị quyết 05/2026/NQ-HĐND tỉnh"
        ),
        ReceiptLine("Phí thẩm định", "charge", 24_000),
    ),
    amount=124_000,
    amount_words="Một trăm hai mươi tư nghìn đồng",
    account="0123456789 – KBNN Thái Nguyên",
    paid_with="BIDV",
    transaction="14422574",
    order_number="2026112108370201",
    paid_at=HANDED_IN,
    issued_at=HANDED_IN,
    digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    hotline="0208 000 1022",
    check_url="https://dichvucong.example/kiem-tra/YjE",
)
