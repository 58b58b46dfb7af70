"""Words of the picture code and of the proof a device computes (R33)."""

LABEL = "Nhập mã xác thực"
HINT = (
    "6 ký tự trong hình, chữ hoa hay thường đều được. "
    "Bấm “Nghe mã” thì nhập 6 chữ số nghe được."
)
PICTURE = "Hình có 6 ký tự cần nhập lại vào ô bên cạnh"
ANOTHER = "Đổi mã khác"
LISTEN = "Nghe mã"
LISTEN_AGAIN = "Đọc lại"
SPEAKING = "Đang đọc 6 chữ số. Bạn nhập các chữ số nghe được vào ô."
NO_SOUND = "Chưa phát được tiếng. Bấm “Đọc lại” hoặc “Tôi không đọc được mã”."
CANNOT_READ = "Tôi không đọc được mã"
COMPUTING = "Thiết bị đang tự xác thực, mất vài giây. Bạn cứ điền tiếp các ô khác."
COMPUTED = "Thiết bị đã xác thực xong. Bạn không cần nhập mã trong hình."
FAILED = "Thiết bị này chưa tự xác thực được. Bạn nhập mã trong hình."
NO_PICTURE = "Chưa tải được hình. Bấm “Đổi mã khác” để thử lại."
