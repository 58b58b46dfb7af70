"""Words of one's own payments: the list, and the card of a dossier (C22)."""

MINE = "Quản lý thanh toán"
MINE_LEAD = "Các khoản phí, lệ phí của hồ sơ bạn nộp hoặc đứng tên."
SINCE = "Từ ngày"
UNTIL = "Đến ngày"
STATUS = "Trạng thái"
ANY = "Tất cả"
MINE_COLUMNS = (
    "STT",
    "Ngày nộp",
    "Mã hồ sơ",
    "Tên thủ tục hành chính",
    "Trạng thái",
    "#",
)
MINE_PAY = "Thanh toán hồ sơ {code}"
MINE_CHECK = "Kiểm tra thông tin thanh toán hồ sơ {code}"
CHECK_SHORT = "Kiểm tra"
MINE_RECEIPT = "Biên lai của hồ sơ {code}"
MINE_RECEIPT_SHORT = "Biên lai"
NOT_FILED = "Chưa gửi"
DRAFT = "hồ sơ chưa gửi"
ALL_OF = "Có tất cả {shown}/ {total} hồ sơ"
BEFORE = "Trước"
AFTER = "Tiếp"
SHOWN = "Hiện thị"
SHOWN_EACH = "{count} dòng"
EMPTY = "Bạn không có việc cần làm"
EMPTY_HINT = (
    "Chưa có khoản phí, lệ phí nào. Khi hồ sơ của bạn có khoản phải nộp, khoản đó hiện ở "
    "đây và bạn được báo."
)
NONE_FOUND = "Không có khoản nào trong khoảng thời gian và trạng thái đã chọn."
CLEAR = "Bỏ lọc"
DUE_FIRST = "Cần nộp {amount}"
DUE_COUNT = "Có {count} khoản chưa nộp, tổng {amount}."
DUE_BY = "Hạn nộp {until}."

# On the page of a dossier
CARD_LABEL = "Phí, lệ phí của hồ sơ"
CARD_CHECKING = "Khoản {amount} đang được xác nhận"
CARD_PAY = "Thanh toán {amount}"
CARD_CHECK = "Xem kết quả thanh toán"
