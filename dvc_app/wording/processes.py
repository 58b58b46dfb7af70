"""Words of “Quy trình”: processes as administrators write them (A04)."""

from services.processes.models import ProcessState
from services.processes.rules import ProcessFault
from services.work import Role

TITLE = "Quy trình"
LEAD = (
    "Các bước hồ sơ đi qua. Thay đổi chỉ áp dụng cho hồ sơ nộp từ ngày có hiệu lực; "
    "hồ sơ đang giải quyết giữ quy trình cũ."
)
CAPTION = "Danh sách quy trình"
EMPTY = "Chưa có quy trình nào."
NAME = "Tên quy trình"
FOR = "Dùng cho"
FOR_ALL = "mọi thủ tục không có quy trình riêng"
FOR_LEVEL = "đơn vị {level}"
VERSION = "Phiên bản"
VERSION_IN_FORCE = "bản {version} đang áp dụng"
NONE_IN_FORCE = "chưa bản nào áp dụng"
STEPS = "Các bước"
STATE = "Tình trạng"
STATES: dict[ProcessState, tuple[str, str]] = {
    ProcessState.DRAFT: ("bản nháp", "tag"),
    ProcessState.PROPOSED: ("chờ người thứ hai ban hành", "tag tag--wait"),
    ProcessState.PUBLISHED: ("đã ban hành", "tag tag--done"),
    ProcessState.WITHDRAWN: ("đã rút", "tag"),
}
LEVELS: dict[str, str] = {
    "": "mọi cấp",
    "province": "cấp tỉnh",
    "department": "sở, ban, ngành",
    "commune": "cấp xã",
}
NEW = "Thêm quy trình riêng"
NEW_LEAD = (
    "Cho một thủ tục, hoặc cho các đơn vị của một cấp. Bắt đầu từ các bước mặc định."
)
NEW_BUTTON = "Tạo bản nháp"
CODE = "Mã thủ tục"
CODE_HINT = "Ví dụ 1.004203; để trống là mặc định của tỉnh"
LEVEL = "Cấp đơn vị"
VALID_FROM = "Có hiệu lực từ ngày"
VALID_HINT = "Ví dụ 31/12/2026"

# One process
ONE_TITLE = "Quy trình"
MISSING_TITLE = "Không có quy trình này"
MISSING = "Quy trình có thể đã được gộp hoặc địa chỉ bị gõ sai."
BACK = "Về danh sách quy trình"
HEAD = "{name} – bản {version}"
IN_WORDS = "{state}, hiệu lực từ {day}"
DIAGRAM = "Sơ đồ"
START = "Tiếp nhận"
END = "Trả kết quả"
NEXT = "→ {name}"
WAY = "{says} → {name}"
EDIT = "Sửa các bước"
STEP_OF = "Bước {number}"
STEP_NAME = "Tên bước"
ROLE = "Người làm"
ROLES: dict[str, str] = {
    Role.PROCESSING: "công chức thụ lý",
    Role.APPROVER: "lãnh đạo duyệt",
}
TIME = "Thời gian"
TIME_HINT = "Số giờ làm việc (16) hoặc phần của cả thời hạn (70%)"
TIME_HOURS = "{hours} giờ làm việc"
TIME_SHARE = "{share}% thời hạn"
OPTIONS: dict[str, str] = {
    "opinions": "được xin ý kiến",
    "financial": "có nghĩa vụ tài chính",
    "may_suspend": "được tạm dừng",
    "may_extend": "được gia hạn",
    "may_stop": "được dừng giải quyết",
}
ALLOWED = "Ở bước này"
WAYS = "Hướng đi khác nhau"
WAYS_NONE = "Không có: xong bước này thì sang bước kế tiếp."
WAY_TO = "Tới bước"
WAY_NAME = "Chữ trên nút chọn"
ADD_WAY = "Thêm hướng đi"
DROP_WAY = "Bỏ hướng này"
ADD = "Thêm bước"
REMOVE = "Bỏ bước"
UP = "Lên"
DOWN = "Xuống"
SAVE = "Lưu bản nháp"
PROPOSE = "Trình ban hành"
PUBLISH = "Ban hành"
WITHDRAW = "Rút bản này"
BEGIN_VERSION = "Soạn bản mới"
CHANGED = "Có thay đổi chưa lưu."
SAVED = "Đã lưu bản nháp."
PROPOSED = "Đã trình. Một quản trị viên khác xem và ban hành."
PUBLISHED = "Đã ban hành, áp dụng từ {day}."
WITHDRAWN = "Đã rút bản này."
WAITS = "Bản này do {name} soạn và trình; quản trị viên khác phải ban hành (bốn mắt)."
PUBLISH_LEAD = "Bạn không soạn bản này. Xem sơ đồ và bảng chạy thử, rồi ban hành."
FIXED = "Bản đã ban hành không sửa được nữa. Soạn bản mới để thay đổi."
NEW_STEP = "Bước mới"

# Try-out
TRY = "Chạy thử"
TRY_LEAD = "Một hồ sơ tưởng tượng: mỗi bước dùng hết thời gian của mình."
TRY_AT = "Tiếp nhận ngày"
TRY_HOURS = "Cả thời hạn (giờ làm việc)"
TRY_BUTTON = "Tính hạn từng bước"
TRY_WAY = "qua “{way}”"
TRY_STEP = "Bước"
TRY_START = "Bắt đầu"
TRY_DUE = "Hạn"


# Versions
VERSIONS = "Các phiên bản"
WRITTEN = "{name} soạn lúc {moment}"
REVIEWED = "{name} duyệt lúc {moment}"
USED_BY = "Thủ tục dùng quy trình này"
USED_BY_NONE = "Chưa thủ tục nào."
USED_BY_ALL = "Mặc định của tỉnh, dùng cho mọi thủ tục không có quy trình riêng, như:"

FAULTS: dict[str, str] = {
    ProcessFault.NO_STEPS: "Thêm ít nhất hai bước: một người làm, một người duyệt",
    ProcessFault.KEY_TWICE: "Có hai bước trùng mã; bỏ một bước rồi thêm lại",
    ProcessFault.TARGET_UNKNOWN: "Chọn lại hướng đi: bước tới không còn nữa",
    ProcessFault.TARGET_SELF: "Chọn bước khác: hướng đi không dẫn về chính bước này",
    ProcessFault.UNREACHABLE: "Không có đường nào tới bước này; thêm hướng đi hoặc bỏ bước",
    ProcessFault.NO_WAY_OUT: "Từ bước này hồ sơ không tới được bước cuối; thêm hướng đi",
    ProcessFault.NO_APPROVER: "Đặt bước cuối cho lãnh đạo duyệt",
    ProcessFault.NOBODY_PREPARES: "Thêm một bước cho công chức thụ lý",
    ProcessFault.END_BRANCHES: "Bước cuối kết thúc quy trình; bỏ các hướng đi của nó",
    ProcessFault.SHARES: "Sửa để các phần thời hạn cộng lại đúng 100%",
    ProcessFault.HOURS: "Nhập thời gian lớn hơn 0",
    ProcessFault.HOURS_AND_SHARE: "Nhập số giờ hoặc phần trăm, không nhập cả hai",
    ProcessFault.UNPREPARED: "Mọi đường đi phải qua công chức thụ lý trước khi kết thúc",
    "process_try": "Nhập ngày (31/12/2026) và số giờ (ví dụ 40)",
    "process_name": "Nhập tên quy trình",
    "process_procedure": "Kiểm tra mã thủ tục: không có thủ tục này",
    "process_level": "Chọn cấp đơn vị trong danh sách",
    "process_too_many": "Giữ tối đa 20 bước",
    "process_step_name": "Nhập tên bước",
    "process_step_role": "Chọn người làm bước này",
    "process_step_time": "Nhập thời gian: số giờ (16) hoặc phần trăm (70%)",
    "process_branch_empty": "Chọn bước tới và ghi chữ trên nút cho mỗi hướng đi",
    "process_past": "Chọn ngày hiệu lực từ hôm nay trở đi",
    "process_four_eyes": "Người soạn và người trình không tự ban hành (bốn mắt)",
    "process_last_default": "Giữ lại: đây là bản mặc định duy nhất đang áp dụng",
}
CONFLICTS: dict[str, str] = {
    "process_changed": "{name} vừa thay đổi bản này. Trang đã hiện bản mới nhất.",
    "process_published": "Bản này đã ban hành, không sửa được nữa.",
    "process_not_draft": "Bản này không còn là bản nháp.",
    "process_not_proposed": "Bản này chưa được trình hoặc đã được xử lý.",
}
