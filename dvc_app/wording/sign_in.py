"""Words of signing in, for citizens (C06) and officers (O01)."""

TITLE = "Đăng nhập"
PURPOSE = "Đăng nhập để nộp: "
PURPOSE_DRAFT = "Đăng nhập để làm tiếp hồ sơ đang soạn."
DRAFT_KEPT = "Bản nháp của bạn vẫn được giữ."

NATIONAL = "Cổng Dịch vụ công Quốc gia"
NATIONAL_ACCOUNT = "Tài khoản cấp bởi Cổng dịch vụ công Quốc gia"
NATIONAL_WAYS = "VNeID, CMT/CCCD, USB ký số, SIM ký số, VNPT SmartCA"
NATIONAL_BUTTON = "Đăng nhập qua Cổng DVC Quốc gia"
LEAVING = "Bạn đến từ Cổng Dịch vụ công quốc gia. Cổng đang xác nhận bạn là ai, rồi mở tờ khai."
LEAVE_NOW = "Sang ngay"
NATIONAL_BUSY = "Đang sang Cổng DVC Quốc gia…"
NATIONAL_HINT = (
    "Bạn sẽ sang trang của Cổng Dịch vụ công Quốc gia rồi quay lại đúng chỗ này."
)

PROVINCE = "Tài khoản của tỉnh"
NAME = "Địa chỉ email"
NAME_HINT = "Hoặc số CMT/CCCD, số điện thoại đã đăng ký"
PASSWORD = "Mật khẩu"  # noqa: S105
SUBMIT = "Đăng nhập"
BUSY = "Đang đăng nhập…"
FORGOTTEN = "Quên mật khẩu?"
NO_ACCOUNT = "Chưa có tài khoản? "
REGISTER = "Đăng ký"

BY_CODE = "Đăng nhập bằng mã OTP"
BY_CODE_TEXT = (
    "Không cần mật khẩu. Dùng được cả khi đăng nhập bằng mật khẩu đang tạm khóa."
)
BY_CODE_LEAD = "Mã gồm 6 số được gửi tới số điện thoại hoặc email của tài khoản."
BY_PASSWORD = "Đăng nhập bằng mật khẩu"  # noqa: S105
CODE_GONE = "Lần đăng nhập này đã kết thúc. Bấm “Chọn phương thức xác thực khác” ở dưới"

OFFICER_TITLE = "Đăng nhập cán bộ"
OFFICER_LEAD = "Dành cho cán bộ, công chức tiếp nhận và giải quyết hồ sơ."
OFFICER_SENT = (
    "Phiên trước đã kết thúc, hoặc bạn chưa đăng nhập. Mỗi cán bộ có một phiên trên máy "
    "tính và một phiên trên điện thoại: đăng nhập ở máy khác thì phiên ở đây kết thúc. "
    "Việc đã lưu vẫn còn nguyên; đăng nhập xong bạn trở lại đúng trang vừa mở."
)
OFFICER_NAME = "Tên đăng nhập"
OFFICER_SUBMIT = "Tiếp tục"
OFFICER_HELP = "Không đăng nhập được? Liên hệ quản trị hệ thống của đơn vị."
CODE_TITLE = "Xác thực bước hai"
CODE_LEAD = "Mở ứng dụng xác thực trên điện thoại của bạn và nhập mã đang hiện."
CODE_LABEL = "Nhập mã OTP"
CODE_HINT = "Gồm 6 số, đổi sau mỗi 30 giây"
CODE_SUBMIT = "Xác nhận"
CODE_BUSY = "Đang xác nhận…"
CODE_LOST = (
    "Không còn mã khôi phục? Quản trị hệ thống của đơn vị cấp mã kích hoạt mới để bạn "
    "gắn lại ứng dụng xác thực."
)
START_OVER = "Đăng nhập lại từ đầu"

# One sentence whether the name or the password was wrong (AU-4).
REFUSED = "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra cả hai ô rồi thử lại"
PROOF_NEEDED = (
    "Nhập thêm 6 ký tự trong hình: tài khoản này vừa có nhiều lần đăng nhập chưa đúng"
)
PAUSED = (
    "Đã thử sai nhiều lần. Đăng nhập bằng mật khẩu mở lại lúc {until}. Cần vào ngay, "
    "bạn bấm “Đăng nhập bằng mã OTP” ở dưới"
)
OFFICER_PAUSED = (
    "Đã thử sai nhiều lần. Đăng nhập mở lại lúc {until}. Cần gấp, bạn liên hệ quản trị "
    "hệ thống của đơn vị"
)
CODE_REFUSED = "Mã chưa đúng hoặc đã dùng rồi. Chờ mã mới hiện ra và nhập lại"
CODE_EXPIRED = (
    "Đã quá thời gian chờ mã. Bấm “Đăng nhập lại từ đầu” ở dưới và nhập lại mật khẩu"
)
NO_COOKIE = (
    "Trình duyệt đang chặn cookie nên chưa đăng nhập được. Bật cookie cho trang này, "
    "tải lại trang rồi thử lại"
)
SHOW_PASSWORD = "Hiện chữ khi gõ"  # noqa: S105
CLOSED_DOOR = (
    "Tài khoản đang bị khóa hoặc đã lâu không dùng nên tạm ngừng. Cán bộ liên hệ quản "
    "trị hệ thống của đơn vị; người dân gọi tổng đài để được mở lại"
)
OFFICER_NATIONAL_HINT = (
    "Dùng được sau khi bạn đã liên kết ở “Bảo mật tài khoản”. Vẫn cần mã xác thực."
)
