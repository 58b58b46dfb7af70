"""Words of registers and reports (O13)."""

from services.registers.figures import LATE_RECEPTION, MANY_REQUESTS, UNKNOWN, Figure
from services.registers.grouping import GroupBy
from services.registers.models import Every, ExportKind, ExportState

F, G = Figure, GroupBy

MENU = "Sổ theo dõi, báo cáo"
REPORT_TITLE = "Báo cáo giải quyết hồ sơ"
REPORT_LEAD = (
    "Số liệu của đơn vị bạn. Bấm vào một con số để mở đúng danh sách đứng sau nó."
)
BOOK_TITLE = "Sổ theo dõi hồ sơ"
BOOK_LEAD = "Mẫu số 07, theo thứ tự tiếp nhận. Tên chủ hồ sơ được che trên màn hình."
FILES_TITLE = "Tệp đã xuất và báo cáo định kỳ"
FILES_LEAD = "Tệp được lập riêng ở phía sau, bạn cứ làm việc khác. Mỗi tệp giữ 7 ngày."

FROM_DAY, TO_DAY, BY = "Từ ngày", "Đến ngày", "Tính theo"
CHANNEL, SECTOR, FIGURE = "Kênh nộp", "Lĩnh vực", "Chỉ tiêu"
ANY = "Tất cả"
SHOW = "Xem số liệu"
FILTER = "Lọc"
CLEAR = "Bỏ lọc"
FILTERS = "Chọn kỳ và cách tính"
TO_BOOK = "Mở sổ theo dõi"
TO_REPORT = "Mở báo cáo"
TO_FILES = "Tệp đã xuất"
COUNTED = "Số liệu tính lúc {moment}, kỳ {first} – {last}"
ON_TIME, ONLINE = "đúng và trước hạn", "nộp trực tuyến"
DIGITISED = "Số hóa và dùng lại giấy tờ"
WHOLE_DIGITISED = "hồ sơ có kết quả đã số hóa đủ ({whole}/{finished})"
REUSED = "hồ sơ dùng lại giấy tờ đã có trong kho ({reused}/{finished})"
FIELDS_UNCHANGED = "ô đọc từ giấy tờ không phải sửa ({unchanged}/{fields})"
PAPERS_KEPT = "Giấy tờ đã lưu vào kho trong kỳ: {papers}. Tính cho cả đơn vị."
NOTHING_YET = "–"
PERCENT = "{percent} %"
EMPTY = "Kỳ này đơn vị chưa có hồ sơ nào"
EMPTY_HELP = "Chọn kỳ khác, hoặc bỏ bớt điều kiện lọc."
IS_CUT = "Chỉ hiện {count} dòng đầu; dòng cộng vẫn tính đủ. Xuất tệp để xem hết."
TOTAL = "Cộng"
OTHER = "Không rõ"
GROUP_CAPTION = "Số liệu {by}"

BYS: dict[GroupBy, str] = {
    G.PROCEDURE: "theo thủ tục",
    G.SECTOR: "theo lĩnh vực",
    G.CHANNEL: "theo kênh nộp",
    G.RECEIVER: "theo cán bộ tiếp nhận",
    G.HANDLER: "theo cán bộ thụ lý",
    G.MONTH: "theo tháng tiếp nhận",
    G.CAUSE: "theo nguyên nhân quá hạn",
    G.UNIT: "theo đơn vị trực thuộc",
}
FIGURES: dict[Figure, str] = {
    F.ALL: "Phải giải quyết",
    F.CARRIED: "Kỳ trước chuyển sang",
    F.ONLINE: "Nhận trực tuyến",
    F.DIRECT: "Nhận trực tiếp",
    F.POSTAL: "Nhận qua bưu chính",
    F.DONE: "Đã kết thúc",
    F.EARLY: "Trước hạn",
    F.ON_TIME: "Đúng hạn",
    F.LATE: "Quá hạn",
    F.GIVEN_UP: "Từ chối, dừng, rút",
    F.OPEN: "Đang giải quyết",
    F.OPEN_IN_TIME: "Trong hạn",
    F.OPEN_LATE: "Đã quá hạn",
    F.ASKED: "Có yêu cầu bổ sung",
    F.ASKED_AGAIN: "Bổ sung quá một lần",
}
BLOCKS: tuple[tuple[Figure, tuple[Figure, ...]], ...] = (
    (F.ALL, (F.CARRIED, F.ONLINE, F.DIRECT, F.POSTAL)),
    (F.DONE, (F.EARLY, F.ON_TIME, F.LATE, F.GIVEN_UP)),
    (F.OPEN, (F.OPEN_IN_TIME, F.OPEN_LATE)),
    (F.ASKED, (F.ASKED_AGAIN,)),
)
HOT = frozenset({F.LATE, F.OPEN_LATE, F.ASKED_AGAIN})
COLUMNS = (F.ALL, F.DONE, F.LATE, F.OPEN, F.OPEN_LATE, F.ASKED_AGAIN)
CAUSES = {
    MANY_REQUESTS: "Yêu cầu bổ sung quá một lần",
    LATE_RECEPTION: "Tiếp nhận chậm",
    UNKNOWN: "Không rõ bước nào chậm",
}
STEP_CAUSE = "Bước “{step}” quá hạn"

BOOK_COLUMNS = ("Số", "Mã hồ sơ", "Chủ hồ sơ", "Nhận", "Hẹn trả", "Kết quả", "Trả")
BOOK_CAPTION = "Sổ theo dõi hồ sơ"
BOOK_EMPTY = "Không có hồ sơ nào khớp"
TOTAL_ROWS = "{count} hồ sơ"
PAGE_OF = "Trang {page}/{pages}"
PREVIOUS, FOLLOWING, PAGING = "Trước", "Tiếp", "Chuyển trang"
BY_OFFICER = "người thụ lý: {name}"
RECEIVED_BY = "người nhận: {name}"

EXPORT = "Xuất ra tệp"
EXPORT_SHEET = "Xuất bảng tính (XLSX)"
EXPORT_BOOK = "In sổ Mẫu 07 (PDF)"
EXPORT_ASKED = (
    "Đang lập tệp. Xong sẽ hiện ở trang “Tệp đã xuất”; bạn có thể làm việc khác."
)
FULL = "Xuất đủ họ tên, địa chỉ, điện thoại"
FULL_LEAD = (
    "Dữ liệu cá nhân ra khỏi hệ thống phải có người thứ hai đồng ý: lãnh đạo đơn vị "
    "xem mục đích rồi mới cho lập tệp. Việc xuất được ghi vào nhật ký."
)
PURPOSE = "Mục đích sử dụng"
PURPOSE_HINT = "Ví dụ: gửi đoàn kiểm tra theo Quyết định số …"
FULL_ASK = "Gửi lãnh đạo đồng ý"
FULL_ASKED = "Đã gửi. Tệp được lập ngay khi lãnh đạo đồng ý."
PURPOSE_NEEDED = "Viết mục đích, ít nhất 10 chữ cái, để lãnh đạo biết vì sao"

KINDS: dict[ExportKind, str] = {
    ExportKind.SHEET: "Sổ theo dõi (XLSX)",
    ExportKind.BOOK: "Sổ theo dõi Mẫu 07 (PDF)",
    ExportKind.REPORT: "Báo cáo (XLSX)",
}
STATES: dict[ExportState, tuple[str, str]] = {
    ExportState.WAITING: ("Chờ lãnh đạo đồng ý", "tag tag--wait"),
    ExportState.DECLINED: ("Lãnh đạo không đồng ý", "tag tag--late"),
    ExportState.MAKING: ("Đang lập", "tag tag--wait"),
    ExportState.READY: ("Tải được", "tag tag--done"),
    ExportState.FAILED: ("Không lập được", "tag tag--late"),
    ExportState.GONE: ("Đã hết hạn giữ", "tag"),
}
TOO_MANY = "Quá nhiều dòng cho một tệp. Chọn kỳ ngắn hơn rồi xuất lại."
FILE_COLUMNS = ("Tệp", "Kỳ", "Người xuất", "Tình trạng")
FILES_CAPTION = "Tệp đã xuất"
FILES_EMPTY = "Bạn chưa xuất tệp nào"
FILES_EMPTY_HELP = "Mở sổ theo dõi hoặc báo cáo, rồi bấm “Xuất ra tệp”."
DOWNLOAD = "Tải tệp"
DOWNLOAD_ONE = "Tải tệp {kind}, kỳ {period}"
PERIOD = "{first} – {last}"
THIS_MONTH = "tháng đang chạy"
ROWS = "{count} dòng, tính lúc {moment}"
KEPT_UNTIL = "giữ đến {moment}"
IN_FULL = "đủ họ tên"
ASKED = "{name}, lúc {moment}"
WHY = "Mục đích: {purpose}"
DECLINED = "Lý do: {reason}"
AGREE, DECLINE = "Đồng ý cho lập", "Không đồng ý"
DECLINE_REASON = "Lý do không đồng ý"
DECLINE_REASON_NEEDED = "Viết lý do, ít nhất 5 chữ cái, để người đề nghị biết"
AGREED_NOW = "Đã đồng ý. Tệp đang được lập cho người đề nghị."
DECLINED_NOW = "Đã báo lại người đề nghị."
CONFLICTS = {
    "decided_by": "{name} đã quyết định trước. Trang vừa đọc lại.",
    "too_many_schedules": "Đã đủ 10 báo cáo định kỳ. Thôi bớt một báo cáo rồi đặt lại.",
}
FORBIDDEN = {
    "four_eyes": "Bạn là người đề nghị nên người khác phải quyết định.",
    "role": "Vai trò của bạn không được xuất đủ họ tên.",
}

SCHEDULES = "Báo cáo định kỳ"
SCHEDULES_LEAD = (
    "Báo cáo của tuần hoặc tháng vừa qua được lập lúc 6 giờ sáng và báo qua thư. "
    "Thư chỉ có đường dẫn, không kèm số liệu."
)
SCHEDULES_EMPTY = "Chưa có báo cáo nào tự lập."
SCHEDULE_NAME, SCHEDULE_KIND = "Tên báo cáo", "Nội dung"
SCHEDULE_EVERY, SCHEDULE_EMAIL = "Lập mỗi", "Thư điện tử nhận báo"
EVERY: dict[Every, str] = {Every.WEEK: "Tuần", Every.MONTH: "Tháng"}
SCHEDULE_LINE = "{kind}, mỗi {every}, lần tới {day}, báo về {email}"
SCHEDULE_ADD = "Đặt lịch"
SCHEDULE_END = "Thôi"
SCHEDULE_END_ONE = "Thôi báo cáo “{name}”"
SCHEDULED = "Đã đặt. Lần đầu: {day}."
ENDED = "Đã thôi báo cáo này."

FAULTS = {
    "period_backwards": "Ngày cuối phải từ ngày đầu trở đi",
    "period_too_long": "Chọn kỳ không quá ba năm",
}
