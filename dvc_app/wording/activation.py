"""Words of an officer's activation, authenticator, recovery codes and security."""

TITLE = "Kích hoạt tài khoản cán bộ"
LEAD = (
    "Quản trị hệ thống của đơn vị đưa bạn một mã kích hoạt. Mã dùng một lần, trong "
    "72 giờ."
)
NAME = "Tên đăng nhập"
CODE = "Mã kích hoạt"
CODE_HINT = "20 chữ cái; gõ hay không gõ dấu gạch đều được"
PASSWORD_HINT = (
    "Lần đầu: đặt mật khẩu mới, ít nhất 12 ký tự. Chỉ đổi ứng dụng xác thực: nhập mật "  # noqa: S105
    "khẩu đang dùng."
)
SUBMIT = "Tiếp tục"
BUSY = "Đang kiểm tra…"
HELP = "Chưa có mã hoặc mã đã hết hạn? Liên hệ quản trị hệ thống của đơn vị."
REFUSED = (
    "Tên đăng nhập, mã kích hoạt hoặc mật khẩu chưa đúng. Kiểm tra cả ba ô; mã chỉ "
    "thử được 5 lần và hết hạn sau 72 giờ"
)
PAUSED = "Đã thử sai nhiều lần. Thử lại từ lúc {until}, chưa có gì thay đổi"
PASSWORD_SHORT = "Nhập mật khẩu dài hơn, ít nhất 12 ký tự"  # noqa: S105

ENROL_TITLE = "Gắn ứng dụng xác thực"
ENROL_LEAD = (
    "Từ nay mỗi lần đăng nhập bạn nhập thêm mã trong ứng dụng này trên điện thoại."
)
STEP_INSTALL = (
    "Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft "
    "Authenticator hoặc ứng dụng tương tự)."
)
STEP_SCAN = "Chọn thêm tài khoản, rồi quét hình này."
STEP_CODE = "Nhập mã 6 số đang hiện trong ứng dụng."
ENROL_WORDS = {
    "picture": "Hình mã QR để quét bằng ứng dụng xác thực",
    "byHand": "Không quét được? Gõ mã này vào ứng dụng:",
    "account": "Tài khoản",
    "copy": "Chép mã",
    "copied": "Đã chép",
    "loading": "Đang tải…",
    "gone": (
        "Bước này đã quá 30 phút hoặc mở ở trình duyệt khác. Chưa có gì thay đổi: "
        "bạn làm lại từ mã kích hoạt, hoặc đăng nhập nếu đã gắn xong."
    ),
    "again": "Nhập lại mã kích hoạt",
    "signIn": "Đăng nhập cán bộ",
}
CODE_LABEL = "Mã xác thực"
CODE_DIGITS = "Gồm 6 số, đổi sau mỗi 30 giây"
CONFIRM = "Xác nhận và hoàn tất"
CODE_WRONG = "Mã chưa khớp. Chờ mã mới hiện ra và nhập lại; kiểm tra giờ của điện thoại"
EXPIRED = "Bước này đã quá hạn, chưa có gì thay đổi. Bạn làm lại từ mã kích hoạt"

CODES_WORDS = {
    "title": "Mười mã khôi phục của bạn",
    "lead": (
        "Mất điện thoại thì mỗi mã thay được một lần nhập mã xác thực. Mã chỉ hiện "
        "lần này: in ra hoặc chép lại, cất nơi chỉ bạn mở được."
    ),
    "print": "In mã",
    "copy": "Chép các mã",
    "copied": "Đã chép",
    "kept": "Tôi đã cất mã, tiếp tục",
}

USE_RECOVERY = "Dùng mã khôi phục"
RECOVERY_LEAD = "Không có điện thoại ở đây? Nhập một trong mười mã bạn đã cất."
RECOVERY_CODE = "Mã khôi phục"
RECOVERY_HINT = "10 chữ cái, mỗi mã dùng một lần"
RECOVERY_SUBMIT = "Đăng nhập bằng mã khôi phục"
RECOVERY_REFUSED = "Mã chưa đúng hoặc đã dùng rồi. Thử một mã khác trong danh sách"

SECURITY_TITLE = "Bảo mật tài khoản"
SIGNED_IN_AS = "Tên đăng nhập: "
PASSWORD_TITLE = "Đổi mật khẩu"  # noqa: S105
PASSWORD_LEAD = "Các thiết bị khác của bạn bị đăng xuất ngay sau khi đổi."  # noqa: S105
PRESENT = "Mật khẩu đang dùng"
PRESENT_WRONG = "Mật khẩu đang dùng chưa đúng. Kiểm tra rồi nhập lại"
NEW_RULE = "Ít nhất 12 ký tự; cả câu dễ nhớ cũng được"
PASSWORD_SUBMIT = "Đổi mật khẩu"  # noqa: S105
PASSWORD_BUSY = "Đang đổi…"  # noqa: S105
PASSWORD_CHANGED = "Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất."  # noqa: S105
FACTOR_TITLE = "Ứng dụng xác thực"
FACTOR_LEAD = (
    "Đổi điện thoại? Gắn ứng dụng mới trước khi bỏ máy cũ. Ứng dụng cũ còn dùng được "
    "tới khi bạn xác nhận xong ứng dụng mới."
)
FACTOR_SUBMIT = "Gắn ứng dụng mới"
FACTOR_BUSY = "Đang mở…"
RECOVERY_TITLE = "Mã khôi phục"
RECOVERY_LEFT = "Còn {count} mã chưa dùng."
RECOVERY_NONE = "Bạn không còn mã nào. Hãy tạo mã mới."
RECOVERY_NEW = "Tạo mười mã mới"
RECOVERY_BUSY = "Đang tạo…"
RECOVERY_NEW_HINT = "Mã cũ hết dùng được ngay."
RECOVERY_MADE = "Đã tạo mã mới. Mã cũ không dùng được nữa."
DEVICES_TITLE = "Nơi đang đăng nhập"
DEVICES_LEAD = (
    "Mỗi cán bộ có một phiên trên máy tính và một phiên trên điện thoại. Thấy nơi nào "
    "lạ, bạn bấm Đăng xuất và báo quản trị hệ thống."
)
NOTICES_TITLE = "Thông báo gần đây"
NO_NOTICES = "Chưa có thông báo nào."
NEW_NOTICE = "Mới"

LINK_TITLE = "Tài khoản Cổng Dịch vụ công quốc gia"
LINK_LEAD = (
    "Liên kết để đăng nhập bằng tài khoản quốc gia của bạn, không cần mật khẩu cán bộ. Mã "
    "xác thực vẫn được hỏi mỗi lần."
)
LINK, LINK_BUSY = "Liên kết", "Đang chuyển trang…"
LINKED = "Đã liên kết. Lần sau bạn đăng nhập được bằng tài khoản quốc gia."
IS_LINKED = "Đã liên kết. Muốn đổi, hỏi quản trị hệ thống của đơn vị."
