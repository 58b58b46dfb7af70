"""Words of the officers' pages of money: the till, one request, the day, the odd lines."""

from services.dues.till_lists import Tab
from services.integrations.payment_gateways.port import Failure
from services.payments.compare_ledgers import LedgerFault
from services.payments.models import DueMoment, PaymentState, RequestState
from services.payments.settlement_models import RefundState
from services.payments.transition import Source

P, R = PaymentState, RefundState
TITLE = "Thu phí, lệ phí"
LEAD = "Khoản phải thu và đã thu của đơn vị. Tiền vừa đến là trang tự đổi."
NO_ROLE_TITLE = "Vai trò này không thu phí"
NO_ROLE = (
    "Bộ phận một cửa và lãnh đạo đơn vị xem được trang này. Đổi vai trò nếu bạn có."
)
LISTS = "Danh sách"
TABS: dict[Tab, str] = {
    Tab.DUE: "Chờ nộp",
    Tab.PAID: "Đã nộp",
    Tab.HELD: "Cần đối chiếu",
    Tab.REFUNDS: "Đang hoàn",
    Tab.RETURNED: "Đã hoàn",
}
EMPTY: dict[Tab, str] = {
    Tab.DUE: "Không có khoản nào chờ nộp.",
    Tab.PAID: "Chưa có khoản nào đã nộp trong khoảng thời gian này.",
    Tab.HELD: "Không có khoản tiền nào lệch.",
    Tab.REFUNDS: "Không có đề nghị hoàn nào đang chờ.",
    Tab.RETURNED: "Chưa hoàn khoản nào trong khoảng thời gian này.",
}
SUM = "{count} khoản · {amount}"
SEARCH = "Tìm"
SEARCH_LABEL = "Mã hồ sơ, mã hóa đơn hoặc số giao dịch"
FROM, TO = "Từ ngày", "Đến ngày"
EXPORT = "Tải bảng (XLSX)"
CLOSE_DAY = "Khóa sổ ngày"
ODD = "Đối soát"
CAPTION = "Các khoản thu của đơn vị, mới nhất đứng trước"
CODE, INVOICE, PAYER, AMOUNT, STATE, WHEN = (
    "Mã hồ sơ",
    "Mã hóa đơn",
    "Người nộp",
    "Số tiền",
    "Trạng thái",
    "Lúc",
)
NO_CODE = "Chưa nộp hồ sơ"
PAGES, BEFORE, AFTER, PAGING = "Trang {page}/{count}", "Trước", "Tiếp", "Các trang"
STATES: dict[str, tuple[str, str]] = {
    RequestState.OPEN: ("Chưa thanh toán", "tag tag--wait"),
    RequestState.CANCELLED: ("Đã hủy", "tag"),
    P.CREATED: ("Đang mở trang ngân hàng", "tag tag--info"),
    P.PENDING: ("Chờ ngân hàng báo", "tag tag--info"),
    P.PAID: ("Đã thanh toán", "tag tag--done"),
    P.FAILED: ("Lần trước không thành", "tag tag--wait"),
    P.EXPIRED: ("Lần trước hết giờ", "tag tag--wait"),
    P.REFUND_PENDING: ("Đang hoàn", "tag tag--wait"),
    P.REFUNDED: ("Đã hoàn phí", "tag"),
    P.DISPUTED: ("Đang khiếu nại", "tag tag--late"),
    P.MISMATCH: ("Số tiền lệch", "tag tag--late"),
}
REFUND_STATES: dict[str, tuple[str, str]] = {
    R.ASKED: ("Chờ duyệt hoàn", "tag tag--wait"),
    R.APPROVED: ("Đã duyệt, đang chuyển trả", "tag tag--info"),
    R.DONE: ("Đã hoàn", "tag tag--done"),
    R.DECLINED: ("Không duyệt", "tag"),
    R.REFUSED: ("Cổng thanh toán từ chối", "tag tag--late"),
}
PROVIDERS = {"cash": "Tiền mặt", "vietqr": "Chuyển khoản VietQR"}
GATEWAYS = {
    "national": "Cổng Dịch vụ công quốc gia",
    "vnpay": "VNPAY",
    "napas": "NAPAS",
    "momo": "MoMo",
    "zalopay": "ZaloPay",
    "viettel_money": "Viettel Money",
    "bank_feed": "Sao kê ngân hàng",
    "cash": "Tiền mặt",
}
MOMENTS: dict[str, str] = {
    DueMoment.BEFORE_FILING: "Trước khi nộp hồ sơ",
    DueMoment.RECEPTION: "Khi tiếp nhận",
    DueMoment.RESULT: "Khi trả kết quả",
    DueMoment.NOTICE: "Theo thông báo nghĩa vụ tài chính",
}

# One request.
ONE_TITLE = "Khoản thu"
BACK = "Về danh sách"
MISSING_TITLE = "Không tìm thấy khoản thu"
MISSING = "Khoản này không có, hoặc thuộc đơn vị khác."
FACTS = "Khoản phải thu"
LINES = "Gồm"
APPLICANT, PHONE, PROCEDURE, MOMENT, NOTICE, OPENED, RECEIPT = (
    "Chủ hồ sơ",
    "Điện thoại người nộp",
    "Thủ tục",
    "Thời điểm thu",
    "Số thông báo",
    "Mở lúc",
    "Biên lai điện tử",
)
ATTEMPTS = "Các lần thanh toán"
NO_ATTEMPTS = "Chưa có lần nào."
ATTEMPT_LINE = "{provider} · {number}"
TRANSACTION = "Số giao dịch {number}"
RECEIVED = "Nhận {amount}"
SLIP_LINE = "Quyển {book}, số {slip}, người thu {officer}"
HISTORY = "Diễn biến"
SOURCES: dict[str, str] = {
    Source.PERSON: "người nộp",
    Source.NOTICE: "cổng thanh toán báo",
    Source.QUERY: "hỏi lại cổng thanh toán",
    Source.FEED: "ngân hàng báo có",
    Source.OFFICER: "cán bộ",
    Source.RECONCILIATION: "đối soát",
    Source.CLOCK: "hệ thống",
}
EVENT = "{number}: {state} ({source})"
TO_DO = "Việc có thể làm"
NOTHING = "Không có việc gì cần làm với khoản này."
REFUND_WAITS = "Có đề nghị hoàn tiền chờ bạn, ở mục “Các lần thanh toán”."

CASH = "Thu tiền mặt tại quầy"
CASH_HINT = "Viết biên lai trong quyển trước, rồi ghi số của biên lai vào đây."
BOOK, SLIP, CASH_PAYER = "Ký hiệu quyển biên lai", "Số biên lai", "Người nộp tiền"
TAKE_CASH = "Ghi đã thu {amount}"
TAKEN = "Đã ghi thu {amount}. Biên lai điện tử đã lập."
WAIVE = "Hủy khoản phải thu"
WAIVE_HINT = "Dùng khi ghi nhầm hoặc người nộp được miễn. Hồ sơ đang chờ sẽ đi tiếp."
WAIVE_REASON = "Lý do hủy"
WAIVED = "Đã hủy khoản phải thu."
REFUND = "Đề nghị hoàn tiền"
REFUND_HINT = "Còn {amount} chưa hoàn. Một người đề nghị, người khác duyệt."
REFUND_AMOUNT, REFUND_NOTE = "Số tiền hoàn", "Lý do hoàn"
ASK_REFUND = "Gửi đề nghị"
REFUND_ASKED = "Đã gửi đề nghị hoàn. Lãnh đạo đơn vị sẽ duyệt."
APPROVE, DECLINE = "Duyệt hoàn {amount}", "Không duyệt"
DECLINE_REASON = "Lý do không duyệt"
APPROVED = "Đã duyệt. Hệ thống chuyển lệnh hoàn cho cổng thanh toán."
APPROVED_BY_HAND = "Đã duyệt. Bộ phận một cửa chi trả rồi ghi số phiếu chi."
DECLINED = "Đã trả lời không duyệt; người nộp được báo."
OWN_REFUND = "Bạn là người đề nghị, nên người khác phải duyệt."
PAID_OUT = "Ghi đã chi trả"
PAID_OUT_NUMBER = "Số phiếu chi hoặc số giao dịch"
PAID_OUT_DONE = "Đã ghi chi trả {amount}."
ASKED_BY, DECIDED_BY, BY_SYSTEM = "Đề nghị: {name}", "Duyệt: {name}", "hệ thống"
ACCEPT = "Ghi nhận là đã nộp đủ"
ACCEPT_HINT = "Tiền đến {received}, phải nộp {amount}. Phần thừa được đề nghị hoàn."
SHORT_HINT = "Tiền đến {received}, ít hơn {amount} phải nộp: chỉ hoàn lại cả khoản."
ACCEPT_NOTE = "Ghi chú đối chiếu"
ACCEPTED = "Đã ghi nhận. Hồ sơ được giải quyết tiếp."
BUSY = "Đang ghi…"
PERSON_LINK = "Trang thanh toán của người dân"

# The day.
CLOSE_TITLE = "Khóa sổ thu tiền mặt"
CLOSE_LEAD = "Đếm tiền trong két, ghi số đếm được. Khóa rồi thì ngày đó không ghi thu tiền mặt nữa."
DAY = "Ngày"
EXPECTED = "Theo biên lai"
EXPECTED_LINE = "{count} biên lai · {amount}"
COUNTED = "Số tiền đếm được"
NOTE = "Ghi chú (bắt buộc khi lệch)"
CLOSE = "Khóa sổ"
CLOSED = "Đã khóa sổ"
CLOSED_LINE = "{name} khóa lúc {at}: đếm được {counted}, theo biên lai {expected}."
DIFFERENCE = "Lệch {amount}. Ghi chú: {note}"
SHOW_DAY = "Xem ngày này"
ONLY_CLERKS = "Sổ của ngày này chưa khóa. Cán bộ một cửa là người khóa sổ."
PRINT = "In"

# The odd lines.
ODD_TITLE = "Đối soát với cổng thanh toán"
ODD_LEAD = (
    "Mỗi đêm sổ của cổng được so với sổ của từng cổng thanh toán. Dòng lệch nằm ở đây cho "
    "đến khi hết lệch hoặc có người xử lý."
)
RUNS = "Các lần so gần đây"
RUN_LINE = "{gateway} ngày {day}: khớp {matched}, lệch {odd}"
RUN_SILENT = "{gateway} ngày {day}: chưa lấy được sổ, sẽ so lại đêm sau"
NO_RUNS = "Chưa so lần nào; lần đầu vào 03:10 đêm nay."
FAULTS_OF_LEDGER: dict[str, tuple[str, str]] = {
    LedgerFault.MISSED: ("Họ có tiền, ta chưa được báo", "Đã tự ghi nhận."),
    LedgerFault.UNKNOWN: (
        "Họ có đơn, ta không biết",
        "Hỏi cổng thanh toán đơn của ai.",
    ),
    LedgerFault.NOT_THEIRS: ("Ta ghi đã trả, họ không có", "Gửi yêu cầu tra soát."),
    LedgerFault.NOT_PAID: ("Ta ghi đã trả, họ ghi chưa", "Gửi yêu cầu tra soát."),
    LedgerFault.AMOUNT: ("Lệch số tiền", "So với sao kê ngân hàng."),
    LedgerFault.TRANSACTION: ("Lệch số giao dịch", "Hỏi cổng thanh toán số đúng."),
    LedgerFault.TWICE: ("Họ ghi một đơn hai lần", "Yêu cầu họ hoàn một lần."),
    LedgerFault.REFUND: ("Lệch số đã hoàn", "So lệnh hoàn hai bên."),
}
ODD_EMPTY = "Không có dòng lệch nào. Hai sổ khớp nhau."
OURS, THEIRS = "Sổ của cổng", "Sổ của họ"
ODD_NOTE = "Đã xử lý thế nào"
SETTLE = "Đóng dòng này"
SETTLED = "Đã ghi cách xử lý."
SETTLED_BY_ITSELF = "Tự hết lệch lúc {at}"
SETTLED_BY_HAND = "Xử lý lúc {at}: {note}"
SHOW_OPEN, SHOW_ALL = "Chưa xử lý", "Tất cả"
TRANSFERS = "Tiền chuyển đến không rõ của ai"
TRANSFER_LINE = "{amount} vào {account} lúc {at}: “{words}”"
ODD_CAPTION = "Dòng lệch, mới nhất đứng trước"
ODD_HEADS = ("Ngày", "Cổng", "Đơn", "Lệch gì", OURS, THEIRS, "Xử lý")
SIDE = "{amount}, giao dịch {transaction}"
NOT_THERE = "Không có"

# Asking for a sum that only the office knows.
ASK_TITLE = "Yêu cầu nộp tiền"
ASK_LEAD = (
    "Dùng khi có thông báo nghĩa vụ tài chính hoặc khoản thu chỉ cơ quan biết số tiền. "
    "Người dân được báo ngay; trong lúc chờ, thời hạn giải quyết tạm dừng."
)
ASK_NOTICE = "Số thông báo"
ASK_NAME, ASK_KIND, ASK_AMOUNT, ASK_BASIS = (
    "Nội dung khoản thu",
    "Loại",
    "Số tiền (đồng)",
    "Căn cứ",
)
LINE_KINDS = {"fee": "Phí", "charge": "Lệ phí"}
KINDS = {"charge": "Lệ phí, khoản nộp ngân sách", "fee": "Phí"}
LINE_OF = "Khoản {number}"
LINE_MORE = "Khoản {number} (nếu có)"
ASK = "Gửi yêu cầu nộp"
ASKED = "Đã gửi yêu cầu nộp {amount}."
ASK_LINK = "Yêu cầu nộp tiền"

# Beside a dossier.
DUES_CARD = "Phí, lệ phí"
NO_DUES = "Chưa có khoản nào phải nộp."
OWED_FIRST = "Người nộp còn nợ {amount}. Thu xong rồi trả kết quả."
GO_TAKE = "Thu phí, lệ phí"

FAULTS = {
    "refund_reason": "Chọn lý do hoàn",
    "refund_amount": "Nhập số tiền lớn hơn 0 và không quá số còn lại",
    "slip_used": "Số biên lai này đã dùng. Kiểm tra lại quyển và số",
    "slip_book": "Nhập ký hiệu quyển: chữ in hoa, số, dấu / . -",
    "slip_number": "Nhập số biên lai, chỉ gồm chữ số",
    "till_difference": "Số đếm lệch với biên lai: ghi lý do lệch",
    "mismatch_short": "Tiền đến ít hơn số phải nộp nên không ghi nhận đủ được",
    "notice_number": "Nhập số thông báo: chữ, số và dấu / . _ -",
    "due_lines": "Ghi từ 1 đến 10 khoản",
    "due_nothing": "Ghi ít nhất một khoản có số tiền lớn hơn 0",
    "date_future": "Chưa đến ngày này",
}
CONFLICTS = {
    "payment_live": "Người dân đang mở trang ngân hàng cho khoản này. Chờ vài phút rồi làm lại.",
    "request_moved": "Khoản này vừa đổi ở nơi khác. Trang đã hiện bản mới nhất.",
    "request_paid": "Khoản này đã được nộp nên không hủy được nữa.",
    "till_closed": "Sổ hôm nay đã khóa nên không ghi thu tiền mặt nữa. Hẹn sang ngày mai.",
    "remaining_changed": "Số còn lại vừa đổi. Xem lại rồi đề nghị lần nữa.",
    "refund_not_now": "Khoản này chưa hoàn được vào lúc này.",
    "refund_decided": "Đề nghị này đã được người khác quyết định.",
    "payment_moved": "Khoản tiền này vừa được xử lý ở nơi khác.",
    "before_filing": "Khoản này do người dân tự hủy khi chưa nộp hồ sơ.",
    "not_in_process": "Hồ sơ không ở bước giải quyết nên chưa yêu cầu nộp được.",
    "changed_since": "Hồ sơ vừa được thay đổi. Xem lại rồi làm lần nữa.",
    "four_eyes": OWN_REFUND,
    "refund_open": "Đang có một đề nghị hoàn khác cho khoản này.",
}
FAILURES: dict[str, str] = {
    Failure.CANCELLED: "người nộp hủy",
    Failure.FUNDS: "không đủ tiền",
    Failure.LIMIT: "vượt hạn mức",
    Failure.OTP: "sai OTP",
    Failure.LOCKED: "thẻ, tài khoản bị khóa",
    Failure.NOT_REGISTERED: "chưa mở ngân hàng điện tử",
    Failure.TIMEOUT: "hết giờ",
    Failure.MAINTENANCE: "ngân hàng bảo trì",
    Failure.SUSPICIOUS: "giao dịch nghi vấn",
    Failure.OTHER: "không thành",
}
SHEET_NAME = "Thu phi"
SHEET_HEADS = (
    "Mã hóa đơn",
    "Mã hồ sơ",
    "Thủ tục",
    "Người nộp",
    "Phải nộp (đồng)",
    "Đã nhận (đồng)",
    "Hoàn (đồng)",
    "Cách nộp",
    "Số giao dịch",
    "Trạng thái",
    "Lúc",
    "Biên lai",
)


def provider_words(code: str, name: str) -> str:
    """Return how a payment was made, as people call it."""
    return PROVIDERS.get(code) or name or GATEWAYS.get(code, code)
