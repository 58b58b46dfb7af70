"""Words of the list of interlinked declarations (O11)."""

TITLE = "Danh sách hồ sơ liên thông DVCLT"
MENU = "Danh sách hồ sơ liên thông DVCLT"
LEAD = (
    "Hồ sơ liên thông khai sinh, khai tử của đơn vị, nộp tại cổng này, Cổng Dịch vụ công quốc "
    "gia hoặc cổng liên thông. Mỗi thủ tục có tình trạng và kết quả riêng."
)
FILTERS = "Tìm hồ sơ liên thông"
PERIOD = "Từ ngày đến ngày"
FROM_DAY, TO_DAY = "Từ ngày", "Đến ngày"
BUNDLE_CODE = "Mã hồ sơ liên thông"
CODE = "Mã hồ sơ"
NAME = "Tên chủ hồ sơ"
NUMBER = "CMND/CCCD"
PROCEDURE, ANY_PROCEDURE = "Mã thủ tục", "Tất cả thủ tục"
STATUS, ANY_STATUS = "Trạng thái", "Tất cả trạng thái"
COUNT_UP = "Thống kê"
CLEAR = "Bỏ lọc"
DAY_WRONG = "Ngày chưa đúng. Viết ngày/tháng/năm, ví dụ 23/11/2026."
DAYS_TURNED = "Ngày cuối đứng trước ngày đầu. Đổi lại hai ngày."
COUNTED = "{total} hồ sơ liên thông"
FIGURES = "Số hồ sơ theo trạng thái"
CAPTION = "Hồ sơ liên thông, mới nhất đứng trước"
APPLICANT = "Chủ hồ sơ"
FILED = "Nộp lúc"
LEGS = "Các thủ tục"
RESULTS = "File kết quả"
DETAIL = "Chi tiết"
OPEN = "⋮"
OPEN_LABEL = "Chi tiết hồ sơ liên thông {code}"
NO_FILE = "Chưa có"
FILE = "Mở: {name}"
DOORS: dict[str, str] = {
    "": "Nộp tại cổng này",
    "dvcqg": "Nộp tại Cổng quốc gia",
    "lienthong": "Nộp tại cổng liên thông",
}
EMPTY = "Đơn vị chưa có hồ sơ liên thông nào."
EMPTY_FOUND = (
    "Không thấy hồ sơ liên thông nào như vậy. Bỏ bớt điều kiện rồi bấm “Thống kê”."
)
PAGING, BEFORE, AFTER, PAGES = "Trang", "Trước", "Tiếp", "Trang {page}/{count}"
NO_ROLE_TITLE = "Tài khoản này không xem được hồ sơ liên thông"
NO_ROLE = "Trang này dành cho cán bộ của đơn vị xử lý hồ sơ và quản trị viên của tỉnh."

# One declaration
ONE_TITLE = "Hồ sơ liên thông {code}"
CLOSE = "Đóng chi tiết"
MISSING = "Không tìm thấy hồ sơ liên thông này, hoặc hồ sơ thuộc đơn vị khác."
THEIRS = "Mã trên hệ thống liên thông: {code}"
AGENCY = "Cơ quan"
OWN_CODE = "Mã hồ sơ"
RECEIVED = "Tiếp nhận"
DUE = "Hẹn trả"
RESULT_NUMBER = "Số kết quả"
RESULT_FILE = "File kết quả"
WAITS = ("Chờ thủ tục trước", "tag tag--wait")
DROPPED = ("Không làm nữa vì thủ tục trước không có kết quả", "tag tag--late wrap")
NO_DOSSIER = "Chưa tới lượt nên chưa có mã hồ sơ."
OPEN_DOSSIER = "Mở hồ sơ"
STUCK = "Hệ thống liên thông chưa nhận tình trạng mới: {answer}. Hồ sơ ở đây không bị ảnh hưởng."
HANDED = "Đang báo tình trạng mới sang hệ thống khác."
SEND_AGAIN = "Gửi lại tin này"
SENT_AGAIN = "Đã gửi lại. Xem lại sau ít phút."
