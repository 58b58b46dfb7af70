"""Words of the reception of a dossier, “Tiếp nhận hồ sơ” (O03)."""

from services.processing.reception_models import (
    CheckedPerson,
    CheckOutcome,
    CopyKind,
    Medium,
)

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
ASK_HOLD = "Xin hồ sơ này"
HOLD_ASKED = "Đã hỏi. Trang này tự đổi khi đồng nghiệp nhường hồ sơ."
HOLD_WANTED = "{name} muốn tiếp nhận hồ sơ này thay bạn."
GIVE_HOLD = "Nhường hồ sơ"
HOLD_GIVEN = "Đã nhường hồ sơ cho {name}."

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

# Đối chiếu với CSDL dân cư
PEOPLE = "Đối chiếu với CSDL dân cư"
PEOPLE_NAMES: dict[CheckedPerson, str] = {
    CheckedPerson.SUBMITTER: "Người nộp",
    CheckedPerson.OWNER: "Chủ hồ sơ",
}
PEOPLE_ANSWERS: dict[CheckOutcome, str] = {
    CheckOutcome.SAME: "khớp họ tên, ngày sinh, số định danh",
    CheckOutcome.DIFFERS: "khác với CSDL dân cư: {fields}",
    CheckOutcome.NOT_FOUND: "không tìm thấy số định danh này trong CSDL dân cư",
    CheckOutcome.UNREACHED: "CSDL dân cư chưa trả lời",
}
PEOPLE_FIELDS = {
    "full_name": "họ tên",
    "birth_date": "ngày sinh",
    "citizen_id": "số định danh",
}
PEOPLE_LINE = "{person} {name}: {answer}"
PEOPLE_ASKING = "đang hỏi CSDL dân cư…"
PEOPLE_NO_NUMBER = "không có số định danh 12 số và ngày sinh để đối chiếu"
PEOPLE_DOWN = (
    "CSDL dân cư chưa trả lời. Bạn cứ tiếp nhận; đánh dấu để hệ thống tự hỏi lại và ghi "
    "kết quả vào lịch sử hồ sơ."
)
PEOPLE_MARK = "Đánh dấu để xác minh sau"
PEOPLE_MARKED = "đã đánh dấu để xác minh sau"
PEOPLE_AGAIN = "Hỏi lại"
DIFFERS_MARK = "khác với CSDL dân cư"

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
OTHER = "other"
REQUIRED_PAPER = "bắt buộc"
OPTIONAL_PAPER = "nếu có"
STAND_IN = {"form": "tờ khai điện tử thay thế", "state": "cơ quan tự tra cứu"}
NO_FILE = "Không có tệp"
NOTHING_TO_JUDGE = "Không bắt buộc và không gửi: không cần kiểm tra."
JUDGED = "{name}, {moment}"
MUST_OPEN = "Giấy tờ lấy từ kho: mở tệp để đối chiếu rồi mới chọn Đạt."
IS_ISSUED = "Kết quả cơ quan nhà nước đã cấp, còn hiệu lực: không yêu cầu chụp lại."
COPY = "Bản nhận"
COPY_OF = "Bản nhận: {name}"
MEDIUM = "Dạng"
KIND = "Loại bản"
COUNT = "Số bản"
MEDIA: dict[Medium, str] = {
    Medium.ELECTRONIC: "Bản điện tử",
    Medium.PAPER: "Bản giấy",
}
COPY_KINDS: dict[CopyKind, str] = {
    CopyKind.ORIGINAL: "Bản chính",
    CopyKind.CERTIFIED: "Bản sao chứng thực",
    CopyKind.PLAIN: "Bản sao",
}
COPY_LINE = "{medium} · {kind} · {count} bản"
COMPARED = "Đã đối chiếu bản chính"
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
PRINT_TWO = "In 2 bản: một giao người nộp, một lưu"
ASK_SUPPLEMENT = "Yêu cầu bổ sung"
REFUSE = "Từ chối"
TRANSFER = "Chuyển đơn vị đúng thẩm quyền"
OFFICE_PART = "Phần thông tin điền của cán bộ tiếp nhận"
OFFICE_PART_HINT = "Đánh dấu và điền đủ phần này rồi mới tiếp nhận được."
KEYS = {
    "open": "Phím tắt",
    "title": "Phím tắt khi tiếp nhận",
    "close": "Đóng",
    "on": "Bật phím tắt",
}
KEYS_LIST = [
    ["d", "Đạt, và sang giấy tờ tiếp theo"],
    ["c", "Chưa đạt"],
    ["j", "Giấy tờ tiếp theo"],
    ["k", "Giấy tờ trước"],
    ["x", "Xem tệp của giấy tờ"],
    ["p", "Xem phần của cán bộ tiếp nhận; bấm lần nữa là đánh dấu"],
    ["t", "Tiếp nhận"],
    ["n", "Lấy hồ sơ tiếp theo"],
    ["?", "Danh sách phím tắt"],
]
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
    "vault_unopened": "Mở tệp lấy từ kho để đối chiếu rồi mới chọn Đạt",
    "copies_count": "Nhập số bản từ 1 đến 99",
    "office_part_unticked": (
        "Đánh dấu ô “Phần thông tin điền của cán bộ tiếp nhận” ở Thông tin chi tiết"
    ),
    "due_past": "Chọn một ngày chưa qua giờ làm việc",
}
