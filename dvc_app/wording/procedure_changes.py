"""Words of “Thủ tục”: what the province says of its procedures (A02)."""

from services.procedure_changes.list_procedures import Kind
from services.procedure_changes.models import ChangeState

TITLE = "Thủ tục"
LEAD = (
    "Nội dung tỉnh tự quy định của từng thủ tục. Thay đổi do một quản trị viên đề nghị, "
    "một quản trị viên khác ban hành; hồ sơ đã nộp giữ nguyên giấy tờ và ngày hẹn."
)
TEXT = "Tên hoặc mã thủ tục"
KIND = "Chỉ hiện"
ANY_KIND = "Mọi thủ tục"
KINDS: dict[Kind, str] = {
    Kind.FILED_HERE: "Nộp tại cổng này",
    Kind.NATIONAL: "Chỉ có ở nguồn quốc gia",
    Kind.SUSPENDED: "Đang tạm dừng",
    Kind.WAITING: "Có thay đổi chờ ban hành",
}
FILTERS = "Tìm thủ tục"
SEARCH = "Tìm"
CLEAR = "Bỏ lọc"
COUNT = "{count} thủ tục"
NONE = "Không có thủ tục nào khớp. Thử viết ngắn hơn hoặc bỏ lọc."
CAPTION = "Danh sách thủ tục"
NAME = "Tên"
CODE = "Mã"
SECTOR = "Lĩnh vực"
STATE = "Tình trạng"
BEFORE, AFTER = "Trước", "Tiếp"
PAGES = "Trang {page}/{pages}"
TAG_HERE = "Nộp tại đây"
TAG_NATIONAL = "Nguồn quốc gia"
TAG_SUSPENDED = "Tạm dừng"
TAG_CHANGED = "Tỉnh đã sửa"
TAG_WAITING: dict[ChangeState, str] = {
    ChangeState.PROPOSED: "Chờ ban hành",
    ChangeState.PUBLISHED: "Chờ đến ngày",
}

# One procedure
ONE_TITLE = "Thủ tục"
BACK = "Về danh sách thủ tục"
MISSING_TITLE = "Không có thủ tục này"
MISSING = "Thủ tục có thể đã đổi mã hoặc địa chỉ bị gõ sai."
HEAD = "Mã {code} · {sector}"
READ_ONLY = (
    "Bạn quản trị một đơn vị nên chỉ xem. Thay đổi do quản trị viên toàn tỉnh đề nghị."
)
PUBLIC_PAGE = "Trang người dân đang đọc"
NOW = "Đang áp dụng"
NOW_LEAD = (
    "Nội dung tỉnh sửa được ưu tiên trước dữ liệu của tỉnh, rồi đến Cổng quốc gia. "
    "Nhập lại danh mục không ghi đè nội dung đã ban hành."
)
FIELD = "Mục"
VALUE = "Đang áp dụng"
SOURCE = "Từ đâu"
NATIONAL = "Cổng quốc gia ghi"
NATIONAL_SILENT = "không ghi"
NATIONAL_ABSENT = "chưa nhập"
NATIONAL_NONE = "Danh mục quốc gia của thủ tục này chưa được nhập."
BELOW = "Nếu không sửa: {words}"
SOURCES = {
    "local": ("Tỉnh đã sửa, bản {version}", "tag tag--info"),
    "seed": ("Dữ liệu của tỉnh", "tag"),
    "national": ("Cổng quốc gia", "tag"),
    "": ("", "tag"),
}
EMPTY = "chưa có"
REMARKS = "Lưu ý khi nhập từ Cổng quốc gia"
FIELDS: dict[str, str] = {
    "plain_name": "Tên dễ hiểu",
    "summary": "Tóm tắt",
    "keywords": "Từ ngữ đời thường",
    "online_level": "Mức độ dịch vụ",
    "is_filed_here": "Nơi nộp",
    "units": "Đơn vị được nhận",
    "requirements": "Yêu cầu, điều kiện",
    "limit": "Thời hạn giải quyết",
    "cases": "Thành phần hồ sơ",
    "suspension": "Nhận hồ sơ",
}
FILED_HERE = "Nộp tại cổng này"
FILED_NATIONAL = "Nộp tại Cổng quốc gia"
RECEIVING = "Đang nhận"
SUSPENDED = "Tạm dừng: {reason}"
SUSPENDED_SINCE = "Tạm dừng từ {day}: {reason}"
CUT_OFF = "Nhận trước {clock} thì tính từ trong ngày"
FOLDED = {"units": "{count} đơn vị", "cases": "{count} giấy tờ"}
FOLDED_LINES = "{count} đoạn"
AND_MORE = "và {count} mục khác"
PAPER_ALWAYS = "bắt buộc"
PAPER_ADVICE = "lưu ý, không phải giấy tờ"
PAPER_ORIGINALS = "{count} bản chính"
PAPER_COPIES = "{count} bản sao"
PAPER_SIZE = "đến {count} MB"
PAPER_SAMPLES = "mẫu: {names}"
PAPER_RULE = "cổng tự kiểm tra theo tờ khai"
CASE_NAMES = {
    "submit": "Phải nộp",
    "present": "Xuất trình",
    "when": "Chỉ khi",
    "note": "Lưu ý",
}
CASE_OF = "{kind}: {name}"
ORDER_ONLY = "Chỉ đổi thứ tự."

# A change
WAITING_TITLE = "Thay đổi chờ ban hành"
HISTORY = "Lịch sử thay đổi"
HISTORY_NONE = "Tỉnh chưa sửa thủ tục này."
VERSION = "Bản {number}, áp dụng từ {day}"
STATES: dict[str, tuple[str, str]] = {
    "proposed": ("Chờ ban hành", "tag tag--wait"),
    "ahead": ("Đã ban hành, chờ đến ngày", "tag tag--info"),
    "published": ("Đã ban hành", "tag tag--done"),
    "withdrawn": ("Đã thu hồi", "tag tag--late"),
}
WRITTEN = "{name} đề nghị lúc {moment}"
REVIEWED = "{name} ban hành lúc {moment}"
CLOSED = "{name} thu hồi lúc {moment}"
REASON = "Lý do: {reason}"
WAS, SHALL = "Hiện nay", "Sẽ là"
CHANGES_OF = "So sánh trước và sau"
OWN_WAITS = (
    "Bạn viết đề nghị này nên một quản trị viên khác phải ban hành (bốn mắt). "
    "Bạn có thể sửa hoặc rút lại."
)
READ_FIRST = "Đọc phần so sánh, xem trang như người dân, rồi ban hành."
PUBLISH = "Ban hành"
WITHDRAW = "Thu hồi"
TAKE_BACK = "Rút đề nghị"
PREVIEW = "Xem như người dân"
PREVIEW_TITLE = "Người dân sẽ đọc"
PREVIEW_LEAD = "Chưa ai ngoài quản trị viên thấy trang này."
PREVIEW_UNITS = "và {count} nơi nhận khác."
PREVIEW_CLOSE = "Đóng xem thử"
PREVIEW_APPLY_NOTE = "Nút chỉ dùng được trên trang đã ban hành."
PUBLISHED = "Đã ban hành. Áp dụng từ {day}."
WITHDRAWN = "Đã thu hồi. Nội dung trước đó được dùng lại."
PROPOSED = "Đã gửi. Một quản trị viên khác xem và ban hành."

# The form
BEGIN = "Đề nghị thay đổi"
EDIT_OWN = "Sửa đề nghị"
CANCEL = "Bỏ, không gửi"
EDIT_TITLE = "Đề nghị thay đổi"
EDIT_LEAD = "Chỉ những mục bạn sửa mới thành thay đổi; mục khác giữ như hiện nay."
PART_TEXT = "Chữ người dân đọc"
PLAIN_NAME_HINT = "Cách người dân gọi thủ tục, ví dụ: Làm giấy khai sinh"
SUMMARY_HINT = "Một hai câu: làm việc gì, cho ai"
KEYWORDS_HINT = "Các từ người dân hay gõ khi tìm, cách nhau bằng dấu cách"
REQUIREMENTS_LONG = "Văn bản dài hơn 8.000 ký tự: giữ theo nguồn, không sửa ở đây."
PART_FILING = "Nộp ở đâu"
IS_FILED_HERE = "Nộp tại cổng này (bỏ chọn: nộp tại Cổng quốc gia)"
UNITS_CHOSEN = "Đã chọn {count} đơn vị"
UNITS_OFFICES = "Sở, ban, ngành"
UNITS_COMMUNES = "Xã, phường"
ALL_COMMUNES = "Chọn tất cả xã, phường"
NO_COMMUNES = "Bỏ chọn tất cả xã, phường"
PART_LIMIT = "Thời hạn"
LIMIT_VALUE = "Số"
LIMIT_VALUE_HINT = "Áp dụng cho mọi cách nộp; để trống: hỏi cơ quan"
LIMIT_UNIT = "Đơn vị tính"
LIMIT_UNITS = {
    "": "Chọn đơn vị tính",
    "working_day": "ngày làm việc",
    "calendar_day": "ngày",
    "hour": "giờ làm việc",
    "month": "tháng",
}
LIMIT_NOTE = "Ghi chú thời hạn"
CUT_OFF_FIELD = "Giờ chốt trong ngày"
CUT_OFF_HINT = "Ví dụ 15:00; nhận trước giờ này thì tính từ trong ngày"
PART_PAPERS = "Thành phần hồ sơ"
PAPERS_LEAD = "Bấm vào tên để sửa từng giấy tờ."
PAPER_NAME = "Tên giấy tờ"
PAPER_CASE = "Thuộc nhóm"
PAPER_REQUIRED = "Luôn phải có"
PAPER_WHEN = "Khi nào phải có"
PAPER_ORIGINAL = "Số bản chính"
PAPER_COPY = "Số bản sao"
PAPER_KINDS = "Loại tệp được nhận"
PAPER_MEGABYTES = "Dung lượng mỗi tệp (MB)"
PAPER_NOTE = "Ghi chú cho người nộp"
PAPER_SAMPLE = "Tệp mẫu"
PAPER_SAMPLE_HINT = "Tên tệp, cách nhau bằng dấu chấm phẩy"
PAPER_KEEPS_RULE = "Giữ kiểm tra tự động: bắt buộc theo câu trả lời trong tờ khai"
KIND_NAMES = {
    "pdf": "PDF",
    "jpg": "JPG",
    "png": "PNG",
    "heic": "HEIC",
    "docx": "Word",
    "xlsx": "Excel",
}
ADD_PAPER = "Thêm giấy tờ"
NEW_PAPER = "Giấy tờ mới"
REMOVE = "Bỏ giấy tờ này"
UP, DOWN = "Lên", "Xuống"
PART_SUSPEND = "Tạm dừng, nhận lại"
IS_SUSPENDED = "Tạm dừng nhận hồ sơ (bỏ chọn: nhận lại)"
SUSPENDED_REASON = "Lý do tạm dừng"
SUSPENDED_REASON_HINT = "Người dân đọc được"
PART_WHEN = "Khi nào và vì sao"
VALID_FROM = "Áp dụng từ ngày"
VALID_FROM_HINT = "Để trống: ngay khi ban hành. Dạng 31/12/2026"
WHY = "Lý do thay đổi"
WHY_HINT = "Số quyết định hoặc lý do, cho người ban hành đọc"
CHECK = "Xem thay đổi và trang người dân"
CHECKING = "Đang kiểm tra…"
CHECK_TITLE = "Kiểm tra trước khi gửi"
CHECK_LEAD = "Thay đổi áp dụng từ {day}, sau khi một quản trị viên khác ban hành."
PROPOSE = "Gửi để ban hành"
SENDING = "Đang gửi…"
EDIT_MORE = "Sửa tiếp"

FAULTS: dict[str, str] = {
    "procedure_level": "Chọn mức độ dịch vụ trong danh sách",
    "procedure_units": "Chọn ít nhất một đơn vị được nhận",
    "procedure_reason": "Viết lý do thay đổi cho người ban hành đọc",
    "procedure_suspended_reason": "Viết lý do tạm dừng cho người dân đọc",
    "procedure_limit_value": "Nhập thời hạn là một số lớn hơn 0, ví dụ 3 hoặc 0,5",
    "procedure_limit_unit": "Chọn đơn vị tính của thời hạn",
    "procedure_cut_off": "Nhập giờ theo dạng 15:00",
    "procedure_cut_off_days": (
        "Bỏ giờ chốt, hoặc nhập thời hạn bằng số ngày làm việc tròn"
    ),
    "procedure_past": "Chọn ngày áp dụng từ hôm nay trở đi",
    "procedure_no_change": "Sửa ít nhất một mục: nội dung đang giống như hiện nay",
    "procedure_scheduled": (
        "Thu hồi bản chờ đến ngày trước: bản đó đã đổi cùng một mục"
    ),
    "procedure_elsewhere": (
        "Bỏ chọn nộp tại đây: thủ tục do địa phương khác công bố, tỉnh không nhận"
    ),
    "procedure_papers_many": "Giữ tối đa 80 giấy tờ",
    "procedure_paper_form": (
        "Giữ lại giấy tờ mà tờ khai điện tử thay cho; muốn bỏ thì đổi tờ khai trước"
    ),
    "procedure_paper_case": "Chọn nhóm của giấy tờ",
    "procedure_paper_name": "Nhập tên giấy tờ",
    "procedure_paper_quantity": "Nhập số bản từ 0 đến 99",
    "procedure_paper_size": "Nhập dung lượng từ 1 đến 100 MB",
    "procedure_paper_kinds": "Chọn ít nhất một loại tệp",
    "procedure_four_eyes": (
        "Nhờ một quản trị viên khác ban hành: người đề nghị không tự ban hành được"
    ),
}
PAPER_FAULT = "Giấy tờ {number}: {words}"
CONFLICTS: dict[str, str] = {
    "procedure_waiting": (
        "Đã có đề nghị của người khác đang chờ. Ban hành hoặc rút đề nghị đó trước."
    ),
    "procedure_moved": (
        "Thủ tục vừa thay đổi trong lúc bạn sửa nên chưa gửi được. Những gì bạn gõ vẫn "
        "còn ở đây: chép lại phần cần giữ, rồi mở lại trang và sửa trên nội dung mới."
    ),
    "procedure_change_moved": (
        "Đề nghị vừa được sửa hoặc đã thu hồi. Trang đã hiện bản mới nhất, hãy đọc lại."
    ),
    "procedure_ground_moved": (
        "Nội dung hiện nay đã khác lúc đề nghị, nên chưa ban hành được. Người đề nghị "
        "mở lại, xem và gửi lại."
    ),
}
