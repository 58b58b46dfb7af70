"""Words of administration: accounts, roles, the trail (A01, A09)."""

from services.accounts.models import AccountStatus
from services.audit.verify_trail import Tampering
from services.core.text import fold
from services.work import Role

TITLE = "Tài khoản cán bộ"
LEAD = (
    "Mời cán bộ, giao vai trò ở đơn vị, khóa khi rời việc. Vai trò mới cần hai người."
)
TABS = "Quản trị"
TAB_ACCOUNTS, TAB_INVITE = "Tài khoản", "Mời cán bộ"
TAB_IMPORT, TAB_TRAIL = "Mời theo bảng", "Nhật ký"
FILTERS = "Lọc tài khoản"
TEXT = "Tên hoặc tài khoản"
STATUS, ANY_STATUS = "Trạng thái", "Mọi trạng thái"
UNIT, ANY_UNIT = "Đơn vị", "Mọi đơn vị"
WAITING_ONLY = "Chỉ tài khoản có vai trò chờ xác nhận"
SEARCH, CLEAR = "Tìm kiếm", "Xóa bộ lọc"
STATUSES: dict[AccountStatus, str] = {
    AccountStatus.ACTIVE: "Đang dùng",
    AccountStatus.INVITED: "Đã mời, chưa kích hoạt",
    AccountStatus.LOCKED: "Đã khóa",
    AccountStatus.DORMANT: "Tạm ngưng vì lâu không dùng",
    AccountStatus.CLOSED: "Đã đóng",
}
COUNT = "{count} tài khoản"
NONE = "Không có tài khoản nào khớp. Bớt điều kiện lọc, hoặc mời cán bộ mới."
CAPTION = "Danh sách tài khoản cán bộ"
NAME, ACCOUNT, UNITS, ROLES_HEAD = "Họ tên", "Tài khoản", "Đơn vị", "Vai trò"
LAST_SEEN, NEVER = "Đăng nhập gần nhất", "Chưa lần nào"
WAITING = "{count} vai trò chờ xác nhận"
BEFORE, AFTER, PAGES = "Trước", "Tiếp", "Trang {page}/{pages}"
ROLES: dict[Role, str] = {
    Role.INTAKE: "Một cửa: tiếp nhận và trả kết quả",
    Role.PROCESSING: "Thụ lý hồ sơ",
    Role.APPROVER: "Lãnh đạo duyệt",
    Role.ADMINISTRATOR: "Quản trị hệ thống",
    Role.AUDITOR: "Kiểm tra, giám sát",
}
# How people write a role in a sheet, folded.
ROLE_NAMES: dict[str, Role] = {
    fold(name): role
    for role, names in {
        Role.INTAKE: ("một cửa", "tiếp nhận", "tiếp nhận và trả kết quả"),
        Role.PROCESSING: ("thụ lý", "thụ lý hồ sơ", "xử lý"),
        Role.APPROVER: ("lãnh đạo", "lãnh đạo duyệt", "phê duyệt"),
        Role.ADMINISTRATOR: ("quản trị", "quản trị hệ thống"),
        Role.AUDITOR: ("kiểm tra", "giám sát", "kiểm tra, giám sát"),
    }.items()
    for name in names
}

INVITE_TITLE = "Mời cán bộ"
INVITE_LEAD = (
    "Tài khoản chưa có mật khẩu. Sau khi tạo, bạn phát mã kích hoạt để cán bộ tự đặt mật "
    "khẩu và ứng dụng xác thực. Vai trò đầu tiên có hiệu lực khi một quản trị viên khác "
    "xác nhận."
)
FULL_NAME, FULL_NAME_HINT = "Họ tên", "Như trên quyết định, có dấu"
SIGN_IN_NAME = "Tên tài khoản"
SIGN_IN_NAME_HINT = "Chữ không dấu, số, dấu chấm; ví dụ sau.nt"
PHONE, PHONE_HINT = "Điện thoại công vụ", "Nhận báo khi tài khoản có thay đổi"
EMAIL = "Email công vụ"
OPTIONAL = "(không bắt buộc)"
POST_TITLE, POST_TITLE_HINT = "Chức vụ", "Ví dụ: Công chức tư pháp – hộ tịch"
WHOLE_PROVINCE = "Toàn hệ thống"
WHOLE_OPTION = "Toàn hệ thống (chỉ quản trị, kiểm tra)"
CHOOSE_UNIT = "Chọn đơn vị"
ROLES_LEGEND = "Vai trò"
STARTS, ENDS = "Từ ngày", "Đến hết ngày"
STARTS_HINT, ENDS_HINT = "Để trống là từ hôm nay", "Để trống là không thời hạn"
CREATE, CREATE_BUSY = "Tạo tài khoản", "Đang tạo…"

ACCOUNT_TITLE = "Tài khoản của {name}"
GONE = "Không tìm thấy tài khoản này, hoặc tài khoản thuộc đơn vị khác."
BACK = "Về danh sách tài khoản"
FACTS = "Thông tin"
STATUS_FACT, SECOND_FACTOR = "Trạng thái", "Xác thực hai bước"
HAS_FACTOR, NO_FACTOR = "Đã cài đặt", "Chưa cài đặt"
CREATED_AT, SESSIONS = "Ngày tạo", "Phiên đang mở"
POSTS = "Vai trò, đơn vị"
NO_POSTS = "Chưa có vai trò nào."
IN_FORCE, NOT_BEGUN, OVER = "Đang hiệu lực", "Chưa tới ngày", "Đã hết"
TO_CONFIRM, ENDED = "Chờ người thứ hai xác nhận", "Đã thu hồi {at}"
LENT = "Làm thay theo ủy quyền"
GIVEN_BY = "{giver} giao"
CONFIRMED_BY = "{giver} giao, {confirmer} xác nhận"
TERM = "Từ {starts}"
TERM_UNTIL = "Từ {starts} đến {ends}"
CONFIRM, CONFIRM_LABEL = "Xác nhận", "Xác nhận vai trò {roles} của {name}"
END, END_LABEL = "Thu hồi", "Thu hồi vai trò {roles} của {name}"
CONFIRMED = "Đã xác nhận. Vai trò có hiệu lực ngay."
TAKEN_AWAY = "Đã thu hồi. Thao tác tiếp theo trong vai trò này bị từ chối."
GRANT_TITLE = "Giao thêm vai trò"
GRANT, GRANTED = (
    "Giao vai trò",
    "Đã giao. Vai trò có hiệu lực khi người thứ hai xác nhận.",
)
ACTS = "Trạng thái tài khoản"
LOCK, LOCK_HINT = "Khóa tài khoản", "Khóa ngay: mọi phiên và ủy quyền kết thúc."
UNLOCK, REACTIVATE = "Mở khóa", "Cho dùng lại"
LOCKED = "Đã khóa tài khoản và kết thúc {count} phiên."
LET_IN = "Tài khoản dùng lại được."
END_SESSIONS, SESSIONS_ENDED = "Đăng xuất mọi thiết bị", "Đã kết thúc {count} phiên."
CODES = "Mã một lần"
CODES_LEAD = (
    "Mã dùng được trong 72 giờ, một lần. Chỉ hiện một lần ở đây: trao tận tay hoặc in "
    "cho cán bộ, không gửi qua tin nhắn."
)
NEW_ACCOUNT_CODE = "Phát mã kích hoạt"
NEW_FACTOR_CODE = "Phát mã đặt lại ứng dụng xác thực"
SLIPS = {
    "account": "Mã kích hoạt tài khoản cán bộ",
    "factor": "Mã đặt lại ứng dụng xác thực",
}
CODE_FOR = "{name}, tài khoản {account}"
CODE_UNTIL = "Dùng một lần, trước {until}, tại {address}"
CODE_KEEP = "Giữ kín mã này: không chụp, không gửi cho ai. Dùng xong thì hủy tờ này."
COPY, COPIED, PRINT, HIDE = "Sao chép", "Đã sao chép", "In", "Ẩn mã"
NOT_YOURS = (
    "Tài khoản này do quản trị viên khác phụ trách: tài khoản của chính bạn, hoặc của cán "
    "bộ còn làm ở đơn vị khác. Chưa có gì thay đổi."
)
ONESELF = "Đây là tài khoản của bạn. Việc này do một quản trị viên khác làm."
NOT_NOW = "Trạng thái tài khoản vừa đổi. Tải lại trang rồi làm tiếp."

IMPORT_TITLE = "Mời cán bộ theo bảng"
IMPORT_LEAD = (
    "Chép các dòng từ bảng tính rồi dán vào đây, mỗi lần nhiều nhất 200 dòng. Thử trước "
    "không tạo gì; cả bảng chỉ được nhận khi không còn dòng nào sai."
)
COLUMNS_TITLE = "Thứ tự bảy cột"
COLUMNS: dict[str, str] = {
    "Họ tên": "bắt buộc",
    "Tài khoản": "bắt buộc, chữ không dấu, ví dụ sau.nt",
    "Điện thoại": "để trống được",
    "Email": "để trống được",
    "Đơn vị": "tên đầy đủ hoặc mã cơ quan; để trống là toàn hệ thống",
    "Vai trò": "một cửa, thụ lý, lãnh đạo, quản trị, kiểm tra; cách nhau bằng dấu phẩy",
    "Chức vụ": "để trống được",
}
PASTE = "Các dòng của bảng"
TRY, TRY_BUSY = "Thử trước", "Đang xem từng dòng…"
TAKE = "Mời {count} cán bộ"
TRIED = "Đã xem {count} dòng, không có lỗi. Chưa có gì được tạo."
FAULTY = "{faulty} trên {count} dòng cần sửa. Chưa có gì được tạo."
TAKEN = "Đã tạo {count} tài khoản. Từng vai trò chờ người thứ hai xác nhận."
SEE_WAITING = "Xem tài khoản chờ xác nhận"
LINE, RESULT, FINE = "Dòng", "Kết quả", "Được"

TRAIL_TITLE = "Nhật ký hệ thống"
TRAIL_LEAD = "Ai đã làm gì, lúc nào. Nhật ký chỉ ghi thêm; tên người dân được che."
TRAIL_TEXT = "Tên, tài khoản cán bộ hoặc mã hồ sơ"
ACT, ANY_ACT = "Việc", "Mọi việc"
REFUSED_ONLY = "Chỉ việc bị từ chối"
SINCE, UNTIL = "Từ ngày", "Đến ngày"
DAY_SHAPE = "31/12/2026"
WHEN, WHO, WHAT, WHOM, DETAILS = "Lúc", "Ai", "Việc", "Về ai, hồ sơ nào", "Chi tiết"
SYSTEM, REFUSED = "Hệ thống, hoặc chưa đăng nhập", "Bị từ chối"
TRAIL_NONE = "Không có dòng nào khớp. Bớt điều kiện lọc."
VERIFY, VERIFYING = "Kiểm tra tính toàn vẹn", "Đang tính lại toàn bộ chuỗi…"
VERIFIED = "{links} dòng, {heads} mốc đã ký: không có gì bị sửa."
TAMPERED = "Nhật ký không còn nguyên vẹn. Báo ngay người phụ trách an toàn thông tin:"
AT_PLACE = "{kind}, ở vị trí {seq}"
TAMPERINGS: dict[Tampering, str] = {
    Tampering.EDITED: "Một dòng đã bị sửa",
    Tampering.DELETED: "Một dòng đã bị xóa",
    Tampering.INSERTED: "Có dòng chèn thêm ngoài chuỗi",
    Tampering.BROKEN: "Chuỗi bị đứt hoặc đảo thứ tự",
    Tampering.CUT: "Phần cuối đã bị cắt",
    Tampering.REWRITTEN: "Chuỗi đã bị viết lại",
    Tampering.HEAD_FORGED: "Một mốc ký không phải của hệ thống",
}
