"""Words of the officer's desk, “Danh sách công việc” (O02)."""

from dataclasses import dataclass

from services.procedures.models import Channel
from services.processing.desk import DeskQueue, QueueSort

TITLE = "Danh sách công việc"
Q = DeskQueue


@dataclass(frozen=True)
class QueueWords:
    """A queue: its heading, its key in the address, and what an empty one says."""

    title: str
    key: str
    empty: str


QUEUES: dict[DeskQueue, QueueWords] = {
    Q.NEW: QueueWords("Mới đăng ký", "moi-dang-ky", "Không còn hồ sơ chờ"),
    Q.MINE: QueueWords("Chờ tôi xử lý", "cho-toi-xu-ly", "Không còn hồ sơ chờ"),
    Q.RUNNING: QueueWords(
        "Đang xử lý", "dang-xu-ly", "Không có hồ sơ nào đang giải quyết"
    ),
    Q.SUPPLEMENT: QueueWords(
        "Chờ bổ sung", "cho-bo-sung", "Không có hồ sơ nào chờ người dân bổ sung"
    ),
    Q.AWAITING_PAYMENT: QueueWords(
        "Chờ thanh toán", "cho-thanh-toan", "Không có hồ sơ nào chờ thanh toán"
    ),
    Q.SIGN: QueueWords("Trình ký", "trinh-ky", "Không có hồ sơ nào chờ ký duyệt"),
    Q.OVERDUE: QueueWords("Quá hạn", "qua-han", "Không có hồ sơ nào quá hạn"),
    Q.READY: QueueWords(
        "Chờ trả kết quả", "cho-tra-ket-qua", "Không có kết quả nào chờ trả"
    ),
    Q.RETURNED: QueueWords(
        "Đã trả kết quả", "da-tra-ket-qua", "Chưa trả kết quả nào tại đơn vị này"
    ),
    Q.ENDED: QueueWords(
        "Từ chối, dừng, rút", "da-dung", "Không có hồ sơ nào bị từ chối, dừng hoặc rút"
    ),
    Q.OWED: QueueWords(
        "Đơn vị còn phải làm", "con-phai-lam", "Đơn vị không còn việc nào phải làm"
    ),
    Q.WHOLE: QueueWords("Tất cả hồ sơ", "tat-ca", "Đơn vị chưa nhận hồ sơ nào"),
}
# The menu: a heading, and the queues under it.
GROUPS: tuple[tuple[str, tuple[DeskQueue, ...]], ...] = (
    ("Hồ sơ chờ tiếp nhận", (Q.NEW,)),
    (
        "Hồ sơ đang giải quyết",
        (Q.MINE, Q.RUNNING, Q.SUPPLEMENT, Q.AWAITING_PAYMENT, Q.SIGN, Q.OVERDUE),
    ),
    ("Kết quả", (Q.READY, Q.RETURNED, Q.ENDED)),
    ("Toàn đơn vị", (Q.OWED, Q.WHOLE)),
)
MENU = "Danh sách công việc"
CHANNELS: dict[Channel, str] = {
    Channel.ONLINE: "trực tuyến",
    Channel.DIRECT: "trực tiếp",
    Channel.POSTAL: "bưu chính",
}

# The day of the unit
DAY = "Hôm nay tại đơn vị"
TILE_WAITING = "chờ tiếp nhận"
TILE_SOON = "còn dưới 4 giờ làm việc"
TILE_ON_TIME = "đúng hạn tháng này"
TILE_MEDIAN = "tiếp nhận trung vị tháng này"
NOTHING_YET = "–"
MANY = "{count}+"
HOURS = "{hours} giờ"
PERCENT = "{percent}%"

# Filters
FILTERS = "Lọc hồ sơ"
FROM_DAY = "Từ ngày"
TO_DAY = "Đến ngày"
SECTOR = "Lĩnh vực"
TEXT = "Mã hồ sơ, họ tên"
MORE = "Thêm bộ lọc"
DUE_FROM, DUE_TO = "Hạn từ ngày", "Hạn đến ngày"
DONE_FROM, DONE_TO = "Xong từ ngày", "Xong đến ngày"
PROCEDURE = "Thủ tục (mã hoặc tên)"
CHANNEL, STATUS, HOLDER = "Kênh nộp", "Trạng thái", "Người giữ"
ALL = "Tất cả"
NOT_TAKEN = "Chưa ai nhận"
STEP = "Bước"
GROUP_DAYS = "Thời hạn, ngày xong"
GROUP_WHAT = "Hồ sơ"
GROUP_WHO = "Người giữ"
GROUP_ONLY = "Chỉ hiện hồ sơ"
ONLY_AWAY = "Người giữ đang vắng hoặc đã chuyển đi"
ONLY_LATE = "Quá hạn"
ONLY_UNPAID = "Chưa nộp phí, lệ phí"
ONLY_UNREAD = "Có tin nhắn chưa xem"
ONLY_WANTS_OUT = "Người dân xin rút"
SORT = "Sắp xếp"
SORTS = {
    QueueSort.TIME_LEFT: ("han", "Gần hạn nhất trước"),
    QueueSort.SUBMITTED: ("nop", "Nộp trước đứng trước"),
    QueueSort.CODE: ("ma", "Theo mã hồ sơ"),
}
LOOK_FURTHER = "Tìm trong tất cả hồ sơ của đơn vị"
TO_BEFORE = "Chọn ngày kết thúc không sớm hơn ngày bắt đầu"
SEARCH = "Tìm kiếm"
CLEAR = "Bỏ lọc"

# The list
COLUMNS = (
    "Mã hồ sơ",
    "Thủ tục",
    "Chủ hồ sơ",
    "Nộp lúc, kênh",
    "Hạn",
    "Trạng thái",
    "Người giữ",
)
MENU_COLUMN = "Việc cần làm"
CAPTION = "{title}, hồ sơ gần hạn nhất đứng trước"
CAPTION_SUPPLEMENT = "{title}, hồ sơ gần hết hạn bổ sung nhất đứng trước"
CAPTION_RETURNED = "{title}, hồ sơ trả gần đây đứng trước"
CAPTION_PAYMENT = "{title}, hồ sơ chờ lâu nhất đứng trước"
CAPTIONS = {
    Q.RETURNED: CAPTION_RETURNED,
    Q.SUPPLEMENT: CAPTION_SUPPLEMENT,
    Q.AWAITING_PAYMENT: CAPTION_PAYMENT,
}
UNPAID = "(Chờ thanh toán)"
STOPPED = "Tạm dừng"
COUNT = "{count} hồ sơ"
COUNT_MANY = "Hơn {count} hồ sơ – thêm điều kiện lọc để thu hẹp"
NOBODY = "Chưa ai"
PEOPLE = "Chờ người dân"
RESULT_DESK = "Bộ phận trả kết quả"
OVER = "Đã kết thúc"
ME = "Tôi"
GONE = "vừa chuyển sang việc khác"
DEADLINE = "hạn {moment}"
ROW_MENU = "Việc với hồ sơ {code}"
RECEIVE = "Tiếp nhận hồ sơ"
DETAILS = "Xem chi tiết"
SUPPLEMENT = "Xem yêu cầu bổ sung"
NEXT = "Lấy hồ sơ tiếp theo"
NO_NEXT = "Không còn hồ sơ chờ bạn."
ARRIVED = "Có {count} hồ sơ mới – hiện"
EMPTY_HELP = "Danh sách tự cập nhật khi có hồ sơ mới, không cần tải lại trang."
NONE_FOUND = "Không có hồ sơ nào khớp với bộ lọc"
NONE_FOUND_HELP = "Thử bỏ bớt điều kiện, hoặc kiểm tra lại mã hồ sơ và khoảng ngày."
TAKE = "Nhận việc"
PRINT = "In giấy tiếp nhận"

# Chosen rows
PICK = "Chọn hồ sơ {code}"
PICK_ALL = "Chọn cả trang"
PICKED = "Đã chọn {count} hồ sơ"
PICKS = "Việc với các hồ sơ đã chọn"
NO_COMMON = "Không có việc nào làm được với mọi hồ sơ đã chọn. Bỏ chọn bớt."
UNPICK = "Bỏ chọn"
TAKE_ALL = "Nhận các việc này"
PRINT_ALL = "In giấy tiếp nhận (một tệp PDF)"
ASK_ALL = "Xin nhận từ đồng nghiệp"
GIVE_ALL = "Chuyển cho cán bộ khác"
GIVE_TO = "Cán bộ nhận"
GIVE_CHOOSE = "Chọn cán bộ"
GIVE_WHY = "Lý do"
ASK_WHY = "Lý do xin nhận"
GIVE_MISSING = "Chọn cán bộ nhận việc"
WHY_MISSING = "Viết lý do, ít nhất 5 ký tự"
WORKING = "Đang làm…"
DONE_ROWS = "Xong {done} trên {total} hồ sơ."
ROW_DONE = "xong"
RESULTS = "Kết quả từng hồ sơ"

# Kept views
VIEWS = "Bộ lọc đã lưu"
VIEW_SAVE = "Lưu bộ lọc này"
VIEW_NAME = "Tên bộ lọc"
VIEW_SAVED = "Đã lưu bộ lọc “{name}”."
VIEW_RENAME = "Đổi tên"
VIEW_START = "Mở đầu ngày bằng bộ lọc này"
VIEW_STARTS = "Thôi mở đầu bằng bộ lọc này"
VIEW_DELETE = "Xóa"
VIEW_DELETED = "Đã xóa bộ lọc."
VIEW_MARK = "mở đầu"
VIEW_MENU = "Việc với bộ lọc {name}"
VIEW_NONE = "Chưa lưu bộ lọc nào. Lọc danh sách rồi đặt tên để lần sau mở bằng một bấm."
STANDS_IN = "Thay cho {name}"
STANDS_IN_UNTIL = "Thay cho {name}, đến {until}"
REMINDED = "{name} nhắc hồ sơ {code} lúc {moment}"
NEAR = "Sắp đến hạn: hồ sơ {code}, bước “{step}”, hạn {moment}"
REMINDERS = "Việc cần nhớ"
REMINDER_SEEN = "Đã xem"

# A list taken away
EXPORT = "Xuất Excel"
EXPORT_PURPOSE = "Mục đích sử dụng"
EXPORT_HINT = (
    "Tối đa 5.000 hồ sơ, tên người dân được che như trên màn hình. Mục đích được ghi "
    "vào nhật ký."
)
EXPORT_GO = "Chuẩn bị tệp"
EXPORT_READY = "Tải tệp Excel ({count} hồ sơ)"
SHEET_NAME = "Hồ sơ"
SHEET_HEADS = (
    "Mã hồ sơ",
    "Thủ tục",
    "Chủ hồ sơ",
    "Kênh nộp",
    "Nộp lúc",
    "Hạn",
    "Còn lại",
    "Trạng thái",
    "Bước",
    "Người giữ",
)

# Fourteen days
FIGURES = "14 ngày qua tại đơn vị"
FIGURES_SHOW = "Xem 14 ngày qua"
FIGURES_CAPTION = "Số hồ sơ nộp đến và giải quyết xong từng ngày"
FIGURES_DAY, FIGURES_CAME, FIGURES_DONE = "Ngày", "Nộp đến", "Xong"
FIGURES_ON_TIME = "Đúng hạn {percent}% trong {count} hồ sơ đã xong"
FIGURES_NONE = "14 ngày qua chưa có hồ sơ nào xong"
FIGURES_CHANNELS = "Theo kênh nộp"
FIGURES_FAILED = "Chưa đọc được số liệu. Phần còn lại của trang vẫn dùng được."
FIGURES_AGAIN = "Thử lại"

PAGING = "Trang"
PREVIOUS = "Trước"
FOLLOWING = "Tiếp"
PAGE_OF = "Trang {page}/{pages}"
NO_ROLE_TITLE = "Tài khoản này không xử lý hồ sơ"
NO_ROLE = (
    "Danh sách công việc dành cho cán bộ một cửa, công chức thụ lý và lãnh đạo của một "
    "đơn vị. Nếu bạn làm một trong các việc đó, báo quản trị viên cấp vai trò."
)
TO_BEFORE_FROM = "Chọn “Đến ngày” không sớm hơn “Từ ngày”"

# Time left, as an officer counts it
LATE_DAYS = "Quá {count} ngày"
LATE_HOURS = "Quá {count} giờ"
LEFT_DAYS = "{count} ngày"
LEFT_HOURS = "{count} giờ"
LEFT_LITTLE = "dưới 1 giờ"
KEPT = "Đúng hạn"
MISSED = "Trễ {count} ngày"
MISSED_HOURS = "Trễ {count} giờ"

# Keyboard
KEYS = "Phím tắt"
KEYS_TITLE = "Phím tắt trên danh sách"
KEYS_CLOSE = "Đóng"
KEYS_ON = "Dùng phím tắt trên máy này"
KEYS_LIST: list[list[str]] = [
    ["/", "Tới ô tìm kiếm"],
    ["j", "Hồ sơ kế dưới"],
    ["k", "Hồ sơ kế trên"],
    ["↓ ↑", "Cũng đi tới hồ sơ dưới, trên"],
    ["Enter", "Mở hồ sơ đang chọn"],
    ["x", "Đánh dấu để làm nhiều hồ sơ một lần"],
    ["?", "Xem bảng này"],
]
