"""Words of the reception of a dossier, “Tiếp nhận hồ sơ” (O03)."""

from services.processing.views import Likely

TITLE = "Tiếp nhận hồ sơ"
HOW_FILED = "nộp {channel} {moment}"
TO_RECEIVE = "{left} để tiếp nhận"
LEFT_DAYS = "Còn {count} ngày làm việc"
LEFT_HOURS = "Còn {count} giờ làm việc"
LEFT_LITTLE = "Còn dưới 1 giờ làm việc"
LATE_DAYS = "Quá hạn {count} ngày làm việc"
LATE_HOURS = "Quá hạn {count} giờ làm việc"
BACK = "Danh sách công việc"

TABS = "Các phần của hồ sơ"
GENERAL = "Thông tin chung"
COMPONENTS = "Thành phần hồ sơ"
FEES = "Phí, lệ phí"
HISTORY = "Lịch sử"
UNDONE = "còn {count}"
FAULTS_HERE = "{count} chỗ cần sửa"

NOT_FOUND_TITLE = "Không mở được hồ sơ này"
NOT_FOUND = (
    "Không có hồ sơ với mã này tại đơn vị của bạn. Hồ sơ nộp cho đơn vị khác chỉ mở "
    "được ở đơn vị đó."
)
NO_ROLE_TITLE = "Tiếp nhận là việc của cán bộ một cửa"
NO_ROLE = (
    "Tài khoản của bạn không có vai trò cán bộ một cửa nên không tiếp nhận được. Bạn "
    "vẫn xem được hồ sơ."
)
SEE_DETAILS = "Xem chi tiết"
HELD = "{name} đang xem hồ sơ này. Hỏi đồng nghiệp trước khi tiếp nhận."
LIKELY_TITLE = "Máy đã kiểm tra và thấy:"
LIKELY: dict[Likely, str] = {
    Likely.COMPONENT_MISSING: "Thiếu giấy tờ bắt buộc: {name}",
    Likely.FILE_REFUSED: "Có tệp không mở được: {name}",
    Likely.BIRTH_DATE_MISSING: "Chưa có ngày sinh người nộp",
    Likely.PHONE_MISSING: "Chưa có số điện thoại người nộp",
}
LIKELY_NONE = "Máy đã kiểm tra: đủ giấy tờ bắt buộc, các tệp mở được."

# Thông tin chung
SUBMITTER = "Người nộp"
APPLICANT = "Chủ hồ sơ"
NAME = "Họ tên"
BIRTH_DATE = "Ngày sinh"
BIRTH_DATE_HINT = "Ví dụ 31/12/1990"
PHONE = "Số điện thoại"
PHONE_HINT = "Số nhận tin nhắn về hồ sơ"
EMAIL = "Email"
ADDRESS = "Địa chỉ"
PAPER_NUMBER = "Số giấy tờ"
REQUEST_TITLE = "Yêu cầu và hẹn trả"
REQUEST = "Nội dung"
COPIES = "Số bộ hồ sơ"
CASE = "Trường hợp"
COSIGNER = "Người ký cùng"
COSIGNED = "{name}, lúc {at}"
DELIVERY = "Nơi nhận kết quả"
DUE = "Ngày hẹn trả"
DUE_IF = "{moment}, nếu tiếp nhận bây giờ"
NO_LIMIT = (
    "Thủ tục này chưa ghi thời hạn ở dạng tính được. Nhập ngày hẹn và lý do dưới đây."
)
OTHER_DAY = "Hẹn ngày khác"
DUE_DAY = "Hẹn trả ngày"
DUE_DAY_HINT = "Để trống nếu giữ ngày máy tính ở trên. Ví dụ 15/12/2026"
DUE_DAY_NEEDED_HINT = "Ví dụ 15/12/2026"
DUE_REASON = "Lý do hẹn ngày này"
DUE_REASON_HINT = "Người nộp đọc được trên trang hồ sơ của họ"
NOT_GIVEN = "Chưa có"

# Thành phần hồ sơ
ACCEPTED = "Đạt"
NOT_ACCEPTED = "Chưa đạt"
VERDICT_OF = "Kiểm tra: {name}"
REASON = "Lý do chưa đạt"
REASON_OF = "Lý do chưa đạt của {name}"
CHOOSE_REASON = "---Chọn lý do---"
OTHER_REASON = "Lý do khác, ghi rõ"
OTHER_REASON_LABEL = "Ghi rõ lý do"
OTHER_REASON_HINT = "Nói thiếu gì và cần làm gì; lưu khi rời ô"
REASONS: dict[str, str] = {
    "unreadable": "Bản chụp mờ hoặc mất góc, cần chụp lại rõ toàn bộ trang",
    "wrong_paper": "Không đúng giấy tờ thủ tục yêu cầu",
    "pages_missing": "Thiếu trang, cần gửi đủ các trang",
    "signature_missing": "Thiếu chữ ký hoặc con dấu",
    "expired": "Giấy tờ đã hết hiệu lực",
    "differs": "Thông tin không khớp với tờ khai",
    "not_sent": "Chưa gửi giấy tờ bắt buộc",
}
OTHER = "other"
REQUIRED_PAPER = "bắt buộc"
OPTIONAL_PAPER = "nếu có"
STAND_IN = {"form": "tờ khai điện tử thay thế", "state": "cơ quan tự tra cứu"}
NO_FILE = "Không có tệp"
NOTHING_TO_JUDGE = "Không bắt buộc và không gửi: không cần kiểm tra."
JUDGED = "{name}, {moment}"
OTHER_FILES = "Tài liệu khác"
NO_PAPERS = "Thủ tục này không yêu cầu giấy tờ kèm theo."
PROGRESS = "Đã kiểm tra {done}/{all} giấy tờ"

# Viewer
VIEWER = "Tệp đang xem"
VIEW = "Xem {name}"
CHOOSE_FILE = "Chọn một tệp ở danh sách để xem."
NO_FILES = "Hồ sơ không có tệp nào."
NO_PREVIEW = "Loại tệp này không xem trực tiếp được."
OPEN_ALONE = "Mở tệp trong thẻ mới"
PAGE_ONE = "Trang 1 của {name}"
PREPARING = "Tệp đang được kiểm tra."

# Phí, lịch sử
FEE_CAPTION = "Phí, lệ phí của hồ sơ"
NO_FEES = "Thủ tục này không thu phí, lệ phí."
PAY_AT_COUNTER = "Thu tại quầy khi tiếp nhận hoặc khi trả kết quả."

# Acts
RECEIVE = "Tiếp nhận"
DONE = "Đã tiếp nhận. Số {number} trong sổ theo dõi hồ sơ."
DONE_BY = "{name} tiếp nhận lúc {issued}, hẹn trả {due}."
PRINT = "In giấy tiếp nhận và hẹn trả"
NEXT = "Lấy hồ sơ tiếp theo"
NOT_NEW = "Hồ sơ này không còn ở bước tiếp nhận."
READY_NOTE = "Tiếp nhận sẽ cấp giấy hẹn và chuyển hồ sơ sang bước đầu tiên."
STILL = "Còn {count} giấy tờ chưa kiểm tra."

# Refusals
RECEIVED_BY = "{name} vừa tiếp nhận hồ sơ này trước bạn."
RECEIVED_ALREADY = "Hồ sơ vừa được tiếp nhận, không sửa kết quả kiểm tra được nữa."
CHANGED_SINCE = "Hồ sơ vừa thay đổi. Trang đã hiện bản mới nhất, xem lại rồi tiếp nhận."
FAULTS: dict[str, str] = {
    "verdict_missing": "Chọn Đạt hoặc Chưa đạt",
    "component_not_accepted": "Giấy tờ bắt buộc chưa đạt nên chưa tiếp nhận được",
    "due_not_working_day": "Chọn một ngày làm việc: ngày này đơn vị nghỉ",
    "due_past": "Chọn một ngày chưa qua giờ làm việc",
}
