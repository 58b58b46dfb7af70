"""Words that frame every page of the one-stop desk: nothing there, no right to it."""

MISSING_TITLE = "Không tìm thấy hồ sơ này"
MISSING = (
    "Mã có thể đã gõ nhầm, hoặc hồ sơ thuộc đơn vị khác. Kiểm tra lại mã trên giấy hẹn."
)
NO_ROLE_TITLE = "Vai trò này không dùng trang này"
NO_ROLE = (
    "Vai trò bạn đang chọn chưa được giao việc ở đây. Đổi vai trò nếu bạn có vai trò "
    "khác, hoặc báo quản trị viên cấp vai trò."
)
BACK = "Về danh sách công việc"

# The officer's menu: its groups, and the pages that are named nowhere shorter
MENU_WORK = "Công việc"
MENU_MONEY = "Thu phí"
MENU_LEAD = "Lãnh đạo"
MENU_ADMIN = "Quản trị"
MENU_SELF = "Tài khoản của tôi"
COUNTER = "Tiếp nhận hồ sơ"
PROCESSES = "Quy trình"
CALENDAR = "Lịch làm việc"
TEMPLATES = "Mẫu văn bản"
