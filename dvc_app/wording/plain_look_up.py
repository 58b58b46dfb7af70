"""Words of the look-up that needs no script (R36)."""

TITLE = "Tra cứu hồ sơ – trang đơn giản"
FIELD = "Mã hồ sơ"
SEARCH = "Tìm kiếm"
PICTURE = "Nhập 6 ký tự trong hình, hoặc 6 chữ số nghe được"
SOUND = "Không nhìn rõ hình? Nghe 6 chữ số rồi nhập vào ô dưới đây."
PICTURE_ALT = "Hình có 6 ký tự cần nhập lại vào ô bên cạnh"
GO_ON = "Xem hồ sơ"
CANNOT_READ = "Không đọc được hình? Mở trang đầy đủ để thiết bị tự xác thực."
NO_COOKIE = (
    "Trình duyệt này không nhận cookie, nên cổng không biết bạn đã tra cứu mấy lần. "
    "Bật cookie rồi mở lại, hoặc gọi tổng đài {hotline}."
)
FULL = "Mở trang đầy đủ, tự cập nhật"
CURRENT = "Trang này cho biết tình trạng lúc {at}. Tải lại trang để xem mới hơn."
