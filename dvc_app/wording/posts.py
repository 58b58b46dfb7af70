"""Words of officers' posts: choosing one, and lending one (ủy quyền khi vắng)."""

from services.work import Role

TITLE = "Chọn vai trò, đơn vị"
LEAD = (
    "Bạn chọn nơi mình làm việc lúc này. Đổi lại bất cứ lúc nào, không phải đăng xuất."
)
ROLES: dict[Role, str] = {
    Role.INTAKE: "Tiếp nhận và trả kết quả",
    Role.PROCESSING: "Thụ lý hồ sơ",
    Role.APPROVER: "Lãnh đạo duyệt",
    Role.ADMINISTRATOR: "Quản trị hệ thống",
    Role.AUDITOR: "Kiểm tra, giám sát",
}
WHOLE_PROVINCE = "Toàn hệ thống"
LENT = "Theo ủy quyền của {name}, đến {until}"
UNTIL = "Đến {until}"
CHOSEN = "Đang làm"
CHOOSE = "Làm việc ở đây"
CHOOSING = "Đang mở…"
GO_ON = "Tiếp tục"
GONE = "Vai trò này vừa hết hiệu lực. Tải lại trang để xem vai trò còn lại"
NONE_TITLE = "Tài khoản chưa có vai trò nào đang hiệu lực"
NONE = (
    "Bạn đã đăng nhập, nhưng lúc này chưa được giao vai trò ở đơn vị nào, hoặc thời hạn "
    "được giao đã hết. Hồ sơ bạn đang làm vẫn còn nguyên ở đơn vị."
)
NONE_ASK = (
    "Hãy hỏi quản trị hệ thống của đơn vị hoặc lãnh đạo trực tiếp để được giao vai trò. "
    "Giao xong, bạn tải lại trang này."
)
RELOAD = "Tải lại trang"
ACTING = "Đang làm thay {name}: {roles}, đến {until}."
SWITCH = "Đổi vai trò, đơn vị"
LENDING = "Ủy quyền khi vắng"
SECURITY = "Bảo mật tài khoản"
RECOVERY = "Cấp mã khôi phục tài khoản"
ACCOUNTS = "Tài khoản, vai trò"
AUDIT = "Nhật ký"

LENDING_TITLE = "Ủy quyền khi vắng"
LENDING_LEAD = (
    "Giao vai trò của bạn cho đồng nghiệp cùng đơn vị trong những ngày bạn vắng, nhiều "
    "nhất 90 ngày. Người đó làm việc dưới tên của họ; bạn dừng được bất cứ lúc nào."
)
LEND_TITLE = "Ủy quyền mới"
POST = "Vai trò của bạn"
POST_SHOW = "Chọn"
TO = "Người làm thay"
TO_CHOOSE = "Chọn một đồng nghiệp"
NO_COLLEAGUES = "Đơn vị này chưa có cán bộ nào khác đang làm việc để bạn ủy quyền."
NO_OWN_POST = "Bạn chỉ đang làm thay người khác nên không ủy quyền lại được."
WHAT = "Việc được làm thay"
STARTS = "Từ ngày"
ENDS = "Đến hết ngày"
DAY_HINT = "Ví dụ 31/12/2026"
LEND = "Ủy quyền"
LENDING_BUSY = "Đang ghi…"
LENT_DONE = "Đã ủy quyền cho {name} đến hết ngày {until}. Hai bên đều được báo."
GIVEN_TITLE = "Bạn đang ủy quyền"
TAKEN_TITLE = "Bạn đang được ủy quyền"
NOBODY = "Không có ủy quyền nào."
GIVEN_TO = "Cho {name}"
TAKEN_FROM = "Của {name}"
FROM_TO = "Từ {starts} đến hết {ends}"
NOT_BEGUN = "Chưa bắt đầu"
IN_FORCE = "Đang hiệu lực"
STOP = "Dừng ủy quyền"
GIVE_BACK = "Thôi làm thay"
STOP_WHICH = "{act}: {name}, {roles}"
STOPPED = "Đã dừng ủy quyền. Hai bên đều được báo."
ALREADY = "Ủy quyền này đã dừng từ trước."
