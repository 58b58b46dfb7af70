"""Words of the officer's desk, “Danh sách công việc” (O02)."""

from dataclasses import dataclass

from services.procedures.models import Channel
from services.processing.desk import DeskQueue

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
    Q.OVERDUE: QueueWords("Quá hạn", "qua-han", "Không có hồ sơ nào quá hạn"),
    Q.READY: QueueWords(
        "Chờ trả kết quả", "cho-tra-ket-qua", "Không có kết quả nào chờ trả"
    ),
    Q.RETURNED: QueueWords(
        "Đã trả kết quả", "da-tra-ket-qua", "Chưa trả kết quả nào tại đơn vị này"
    ),
}
# The menu: a heading, and the queues under it.
GROUPS: tuple[tuple[str, tuple[DeskQueue, ...]], ...] = (
    ("Hồ sơ chờ tiếp nhận", (Q.NEW,)),
    (
        "Hồ sơ đang giải quyết",
        (Q.MINE, Q.RUNNING, Q.SUPPLEMENT, Q.AWAITING_PAYMENT, Q.OVERDUE),
    ),
    ("Kết quả", (Q.READY, Q.RETURNED)),
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
HOURS = "{hours} giờ"
PERCENT = "{percent}%"

# Filters
FILTERS = "Lọc hồ sơ"
FROM_DAY = "Từ ngày"
TO_DAY = "Đến ngày"
SECTOR = "Lĩnh vực"
ALL_SECTORS = "Tất cả"
TEXT = "Mã hồ sơ, họ tên"
SEARCH = "Tìm kiếm"
CLEAR = "Bỏ lọc"

# The list
COLUMNS = (
    "Mã hồ sơ",
    "Thủ tục",
    "Chủ hồ sơ",
    "Nộp lúc, kênh",
    "Còn lại",
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
NOBODY = "Chưa ai"
PEOPLE = "Chờ người dân"
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
    ["Enter", "Mở hồ sơ đang chọn"],
    ["?", "Xem bảng này"],
]
