"""Words of signing in, for citizens (C06) and officers (O01)."""

TITLE = "Đăng nhập"
PURPOSE = "Đăng nhập để nộp: "
PURPOSE_DRAFT = "Đăng nhập để làm tiếp hồ sơ đang soạn."
DRAFT_KEPT = "Bản nháp của bạn vẫn được giữ."

NATIONAL = "Cổng Dịch vụ công Quốc gia"
NATIONAL_ACCOUNT = "Tài khoản cấp bởi Cổng dịch vụ công Quốc gia"
NATIONAL_WAYS = "VNeID, CMT/CCCD, USB ký số, SIM ký số, VNPT SmartCA"
NATIONAL_BUTTON = "Đăng nhập qua Cổng DVC Quốc gia"
SOON = "Sắp có"
NATIONAL_SOON = (
    "Cách này mở khi cổng của tỉnh được kết nối với Cổng Dịch vụ công Quốc gia. "
    "Trong lúc chờ, bạn dùng tài khoản của tỉnh."
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

RECOVERY = "Lấy lại mật khẩu"
RECOVERY_LEAD = (
    "Mang thẻ căn cước tới bất kỳ Bộ phận Một cửa nào của tỉnh. Cán bộ đối chiếu thẻ "
    "với bạn và giúp bạn lấy lại tài khoản ngay tại quầy."
)
RECOVERY_STEPS = (
    "Mang theo thẻ căn cước và điện thoại đang dùng.",
    "Nói với cán bộ: lấy lại mật khẩu tài khoản dịch vụ công.",
    "Sau khi lấy lại, mọi thiết bị cũ bị đăng xuất.",
)
RECOVERY_PHONE = "Nếu chưa tiện đi, gọi tổng đài để được hướng dẫn: "

OFFICER_TITLE = "Đăng nhập cán bộ"
OFFICER_LEAD = "Dành cho cán bộ, công chức tiếp nhận và giải quyết hồ sơ."
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
    "Mất điện thoại hoặc đổi máy? Quản trị hệ thống của đơn vị cấp lại mã cho bạn."
)
START_OVER = "Đăng nhập lại từ đầu"

# One sentence whether the name or the password was wrong (AU-4).
REFUSED = "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra cả hai ô rồi thử lại"
PROOF_NEEDED = (
    "Nhập thêm 6 ký tự trong hình: tài khoản này vừa có nhiều lần đăng nhập chưa đúng"
)
PAUSED = (
    "Đã thử sai nhiều lần. Đăng nhập mở lại lúc {until}. Cần gấp, bạn gọi tổng đài "
    "hoặc tới Bộ phận Một cửa"
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
