"""Words of “Biểu mẫu điện tử”: forms as administrators write and publish them (A03)."""

from services.eform_changes.models import DraftState
from services.eform_changes.show_form import Standing

TITLE = "Biểu mẫu điện tử"
LEAD = (
    "Những gì cổng hỏi người dân, theo từng thủ tục. Bản mới chỉ dùng cho hồ sơ bắt đầu "
    "từ ngày có hiệu lực; hồ sơ và bản nháp đã có giữ nguyên bản của mình."
)
ONE_TITLE = "Biểu mẫu điện tử"
CAPTION = "Danh sách biểu mẫu điện tử"
FILTERS = "Lọc biểu mẫu"
TEXT = "Tìm theo mã, tên, số mẫu, thủ tục"
WHICH = "Biểu mẫu nào"
ALL = "Tất cả"
OWN = "Tỉnh đã sửa"
WAITING_ONLY = "Chỉ biểu mẫu có việc đang chờ"
COUNT = "{count} biểu mẫu"
NONE = "Không có biểu mẫu nào khớp. Bỏ bớt điều kiện lọc để xem lại tất cả."
PAGES = "Trang {page}/{pages}"
BEFORE = "Trang trước"
AFTER = "Trang sau"
CODE = "Mã"
NAME = "Tên biểu mẫu"
PROCEDURES = "Thủ tục"
VERSION = "Bản đang áp dụng"
WAITS = "Đang chờ"
VERSION_SINCE = "Bản {version}, từ {day}"
NO_VERSION = "Chưa có bản nào"
OWN_TAG = "tỉnh đã sửa"
DRAFTS: dict[DraftState, tuple[str, str]] = {
    DraftState.DRAFT: ("đang soạn bản mới", "tag"),
    DraftState.PROPOSED: ("chờ người thứ hai ban hành", "tag tag--wait"),
    DraftState.PUBLISHED: ("đã ban hành", "tag tag--done"),
    DraftState.DISCARDED: ("đã bỏ", "tag"),
}
COMING = "có bản mới từ {day}"
OFFERED_TAG = "có bản kèm phần mềm, chưa dùng"

# One form
BACK = "Về danh sách biểu mẫu"
MISSING_TITLE = "Không có biểu mẫu này"
MISSING = "Địa chỉ có thể bị gõ sai. Danh sách biểu mẫu có tất cả các mẫu đang dùng."
FORM_NUMBER = "Theo mẫu"
NO_NUMBER = "Pháp luật không quy định mẫu"
BASIS = "Căn cứ"
COMPONENT = "Thay cho giấy tờ"
READ_ONLY = "Biểu mẫu dùng chung cho toàn tỉnh. Bạn xem được; quản trị viên toàn tỉnh soạn và ban hành."
BEGIN = "Soạn phiên bản mới"
BEGIN_FROM = "Soạn từ bản này"
TABS = "Các phần của trang biểu mẫu"
TAB_SHOWN = "Xem và thử"
TAB_WRITE = "Soạn bản mới"
TAB_TRY = "Thử với người bịa"
TAB_VERSIONS = "Các phiên bản"
SHOWN_LEAD = (
    "Toàn bộ câu hỏi, kể cả câu chỉ hỏi khi có điều kiện và phần của cán bộ. "
    "Chỉ để xem, không điền được."
)
NO_DRAFT = (
    "Chưa có bản nào đang soạn. Bấm “Soạn phiên bản mới” để có một bản sao của bản đang "
    "áp dụng; người dân chưa thấy gì cho đến khi bản đó được ban hành."
)
NO_DRAFT_READ = "Chưa có bản nào đang soạn."
DRAFT_WORDS = "Bản nháp sao từ bản {base}, {name} sửa lần cuối {moment}"
PROPOSED_WAITS = "Bản này đã trình. Người soạn không tự ban hành: một quản trị viên khác xem và quyết định."
PROPOSED_YOURS = "Bạn không soạn bản này. Xem các thay đổi, thử với người bịa, rồi ban hành hoặc trả lại."
SENT_BACK = "Bản này được trả lại: {remark}"
OVERTAKEN = (
    "Từ khi bắt đầu soạn đã có thêm phiên bản khác của biểu mẫu. Xem lại bản đó trong "
    "“Các phiên bản” trước khi trình."
)
FLAWS = "{count} chỗ phải sửa trước khi trình"
FLAWS_NONE = "Biểu mẫu không còn chỗ nào phải sửa."
CHANGES = "Khác với bản đang áp dụng"
CHANGES_NONE = "Chưa có thay đổi nào."
HEAD = "Đầu trang và chữ ký"
HEAD_EDIT = "Sửa đầu trang, ngày hiệu lực, lý do"
HEAD_FORM = "Đầu trang, ngày hiệu lực và lý do"
DAY = "Hiệu lực từ ngày"
WHY = "Lý do sửa"
NOT_SAID = "chưa ghi"
PROPOSE = "Trình ban hành"
PUBLISH = "Ban hành"
SEND_BACK = "Trả lại để sửa"
SEND_BACK_LABEL = "Điều cần sửa"
DISCARD = "Bỏ bản nháp"
DISCARD_ASK = (
    "Bỏ cả bản nháp này? Mọi thay đổi trong bản nháp mất; bản đang áp dụng giữ nguyên."
)
DISCARD_YES = "Bỏ bản nháp này"
KEEP = "Giữ lại"
WITHDRAW = "Rút trước ngày hiệu lực"
BEGUN = "Đã có bản nháp. Người dân vẫn dùng bản đang áp dụng."
PROPOSED = "Đã trình. Một quản trị viên khác xem và ban hành."
PUBLISHED = "Đã ban hành bản {version}, áp dụng từ {day}. Hồ sơ đã có giữ bản cũ."
RETURNED = "Đã trả lại bản nháp cho người soạn."
DISCARDED = "Đã bỏ bản nháp. Bản đang áp dụng giữ nguyên."
WITHDRAWN = "Đã rút. Bản trước đó tiếp tục được dùng."

# Versions
STANDINGS: dict[Standing, tuple[str, str]] = {
    Standing.IN_FORCE: ("đang áp dụng", "tag tag--done"),
    Standing.COMING: ("sắp áp dụng", "tag tag--info"),
    Standing.PAST: ("hết áp dụng cho hồ sơ mới", "tag"),
    Standing.OFFERED: ("kèm phần mềm, chưa dùng", "tag tag--wait"),
    Standing.WITHDRAWN: ("đã rút trước ngày hiệu lực", "tag"),
}
VERSION_NAME = "Bản {version}"
SINCE = "từ {day}"
SHIPPED = "Kèm phần mềm"
WRITTEN = "{names} soạn"
PUBLISHED_BY = "{name} ban hành {moment}"
OFFERED_HINT = (
    "Bản cập nhật phần mềm mang theo bản này. Vì tỉnh đã có bản riêng, nó chỉ được dùng "
    "khi quản trị viên soạn từ nó và ban hành."
)
SEE = "Xem"
SEE_NAMED = "Xem bản {version}"

# The editor
GROUP_ADD = "Thêm nhóm"
FIELD_ADD = "Thêm câu hỏi"
GROUP_NEW = "Nhóm mới"
FIELD_NEW = "Câu hỏi mới"
EDIT = "Sửa"
UP = "Lên"
DOWN = "Xuống"
REMOVE = "Bỏ"
REMOVE_ASK = "Bỏ “{name}”?"
REMOVE_LEAD = (
    "Câu trả lời của các hồ sơ trước cho phần này sẽ không được điền lại nữa. "
    "Hồ sơ đã nộp vẫn giữ nguyên."
)
REMOVE_YES = "Bỏ khỏi bản nháp"
SAVE = "Lưu"
CANCEL = "Đóng, không lưu"
SAVED_PART = "Đã lưu “{name}” vào bản nháp."
REMOVED = "Đã bỏ “{name}” khỏi bản nháp."
MOVED = "Đã chuyển “{name}”."
CODES_GONE = (
    "Mã câu hỏi {codes} không còn trong bản nháp. Câu trả lời của các hồ sơ trước ở câu này "
    "sẽ không được điền lại cho người dân; hồ sơ đã nộp giữ nguyên."
)
EMPTY_GROUP = "Nhóm chưa có câu hỏi nào."
REPEATED = "nhiều dòng: {least} đến {most} {noun}"
OFFICE = "cán bộ tiếp nhận điền"
ONLY_WHEN = "chỉ khi “{label}” là {answers}"
REQUIRED_WHEN = "bắt buộc khi “{label}” là {answers}"
IS_REQUIRED = "bắt buộc"
FILLED_FROM = "điền sẵn: {facts}"
REASON_OF = "Vì sao hỏi: {reason}"
OR = " hoặc "

LABEL = "Câu hỏi"
LABEL_HINT = "Lời người dân đọc, ngắn và dễ hiểu"
REASON = "Vì sao hỏi"
REASON_HINT = "Ai đọc câu trả lời, để quyết định việc gì. Không nói được thì không hỏi (quy tắc R15)."
KIND = "Kiểu trả lời"
HINT = "Gợi ý dưới câu hỏi"
REQUIRED = "Bắt buộc trả lời"
WIDE = "Chiếm cả chiều ngang"
FIELD_CODE = "Mã câu hỏi"
FIELD_CODE_HINT = (
    "Để trống thì hệ thống tự đặt. Đổi mã thì câu trả lời cũ không được điền lại."
)
OPTIONS = "Các lựa chọn"
OPTIONS_HINT = (
    "Mỗi dòng một lựa chọn: mã = lời. Chỉ ghi lời thì mã tự đặt. "
    "Giữ mã cũ để câu trả lời cũ còn dùng được."
)
CATALOGUE = "Danh mục"
CHOOSE = "--- Chọn ---"
UNIT = "Đơn vị đo"
LEAST = "Số nhỏ nhất"
MOST = "Số lớn nhất"
SHORTEST = "Ít nhất (ký tự)"
LONGEST = "Nhiều nhất (ký tự)"
DEFAULT = "Điền sẵn giá trị"
DEFAULT_HINT = "Với lựa chọn và danh mục: ghi mã"
CONTRACT = "Tên trường ở hệ thống của Bộ"
CONTRACT_HINT = "Theo tài liệu kết nối; để trống nếu không gửi đi"
PREFILL = "Điền sẵn từ"
PREFILL_NTH = "Điền sẵn từ (ưu tiên {number})"
WHEN = "Chỉ hỏi khi"
WHEN_ALWAYS = "Luôn hỏi"
NEED = "Bắt buộc khi"
NEED_NEVER = "Không có điều kiện"
WHEN_ANSWERS = "là một trong"
SUM = "Cộng các câu"
SUM_NONE = "Chưa có câu hỏi số nào để cộng."
MORE = "Điền sẵn, giới hạn, kết nối"

GROUP_TITLE = "Tên nhóm"
GROUP_HINT = "Lời dẫn dưới tên nhóm"
GROUP_CODE = "Mã nhóm"
GROUP_OFFICE = "Phần thông tin điền của cán bộ tiếp nhận"
GROUP_REPEATED = "Khai được nhiều dòng"
NOUN = "Mỗi dòng gọi là"
NOUN_HINT = "Ví dụ: người con, thửa đất"
ROWS_LEAST = "Ít nhất (dòng)"
ROWS_MOST = "Nhiều nhất (dòng)"

FORM_TITLE = "Tên biểu mẫu"
NUMBER = "Số mẫu theo văn bản"
ADDRESSEE = "Kính gửi"
ADDRESSEE_HINT = "$unit được thay bằng tên đơn vị nhận hồ sơ"
PLEDGE = "Lời cam đoan trên chữ ký"
APPLICANT = "Chủ hồ sơ là người ghi ở câu"
NOBODY = "Không câu nào"
SIGNER = "Người ký {number}: tên lấy từ câu"
ROLE = "Người ký {number}: chức danh in trên chữ ký"
DAY_HINT = "Ví dụ 31/12/2026; từ hôm nay trở đi"
WHY_HINT = "Văn bản mới, câu hỏi thừa, lời khó hiểu… Người ban hành đọc."

# The trial
TRY_LEAD = (
    "Chọn một người rồi điền thử như người dân. Người ở đây không có thật; mọi thứ bạn gõ không được lưu "
    "và mất khi rời trang."
)
TRY_WHICH = "Bản để thử"
TRY_DRAFT = "Bản đang soạn"
TRY_VERSION = "Bản {version}"
TRY_PERSON = "Khai bởi người bịa"
TRY_SIDE = "Phần của ai"
TRY_CITIZEN = "Người dân khai"
TRY_OFFICE = "Cán bộ tiếp nhận điền"
TRY_BEGIN = "Bắt đầu thử"
TRY_CHECK = "Kiểm tra và xem tờ khai"
TRY_CLEAN = "Không còn chỗ nào phải sửa: người dân nộp được tờ khai này."
TRY_FAULTS = "{count} chỗ người dân sẽ được yêu cầu sửa"
TRY_SHEET = "Tờ khai như khi in"
TRY_TO = "Kính gửi: {to}"
TRY_SIGNED = "{role}: {name}"
NOT_GIVEN = "…………"
TRY_FLAWED = (
    "Bản nháp còn chỗ phải sửa nên chưa vẽ được. Sửa xong ở “Soạn bản mới” rồi thử lại."
)

AT_HEAD = "Đầu trang"
AT_GROUP = "Nhóm “{name}”"
AT_FIELD = "Câu “{name}”"
SAID = "{where}: {words}"
ABOUT = "{words} ({about})"
