"""Words of changing one's own password (Đổi mật khẩu)."""

TITLE = "Đổi mật khẩu"
LEAD = (
    "Đổi xong, các thiết bị khác bị đăng xuất, và một tin báo được gửi tới số điện "
    "thoại và email của bạn."
)
PRESENT = "Mật khẩu đang dùng"
WITHOUT_PRESENT = (
    "Bạn vừa đăng nhập qua Cổng Dịch vụ công Quốc gia nên không cần mật khẩu cũ."
)
FORGOTTEN = "Quên mật khẩu đang dùng?"
SUBMIT = "Đổi mật khẩu"
BUSY = "Đang đổi…"
DONE = "Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất."
DEVICES = "Xem thiết bị đang đăng nhập"
WRONG = "Nhập lại mật khẩu đang dùng: mật khẩu vừa nhập chưa đúng"
PAUSED = (
    "Đã nhập sai nhiều lần. Bạn đổi được lại lúc {until}; trong lúc đó bạn vẫn dùng "
    "cổng bình thường"
)
