"""Words of proving again who one is, before a sensitive act (AU-10)."""

TITLE = "Xác nhận lại là bạn"
LEAD_CODE = (
    "Việc này quan trọng nên cần xác nhận lại. Nội dung trên trang vẫn còn nguyên. "
    "Nhập mã đang hiện trong ứng dụng xác thực."
)
LEAD_PASSWORD = (
    "Việc này quan trọng nên cần xác nhận lại. Nội dung trên trang vẫn còn nguyên. "  # noqa: S105
    "Nhập mật khẩu của bạn."
)
LEAD_SIGN_IN = (
    "Việc này quan trọng nên cần xác nhận lại. Tài khoản của bạn chưa đặt mật khẩu "
    "ở đây: bạn đăng xuất, đăng nhập lại như mọi lần rồi làm tiếp ngay."
)
CODE = "Mã xác thực"
CODE_HINT = "Gồm 6 số, đổi sau mỗi 30 giây"
PASSWORD = "Mật khẩu"  # noqa: S105
SUBMIT = "Xác nhận"
BUSY = "Đang xác nhận…"
LEAVE = "Để sau"
SIGN_OUT = "Đăng xuất để đăng nhập lại"
DONE = "Đã xác nhận. Bạn bấm lại nút vừa rồi để làm tiếp."
WRONG_CODE = "Mã chưa đúng hoặc đã dùng rồi. Chờ mã mới hiện ra và nhập lại"
WRONG_PASSWORD = "Mật khẩu chưa đúng. Kiểm tra rồi nhập lại"  # noqa: S105
PAUSED = "Đã thử sai nhiều lần. Xác nhận mở lại lúc {until}; nội dung vẫn còn nguyên"
