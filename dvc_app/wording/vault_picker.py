"""Words of the picker of the vault (C12), and of what one has ready (C09)."""

PICK = "Lấy giấy tờ từ kho"
PICK_FOR = "Lấy giấy tờ từ kho cho: {name}"
PICK_COUNT = "{count} giấy tờ phù hợp"
PICK_TITLE = "Chọn tài liệu điện tử"
PICK_LEAD = "Cho mục: {name}"
PICK_FIRST = "Phù hợp nhất"
PICK_REST = "Giấy tờ khác trong kho"
PICK_NONE = "Kho của bạn chưa có giấy tờ nào cho mục này."
PICK_NONE_HINT = (
    "Tải giấy tờ từ máy ở trang trước, hoặc tìm trong kho dữ liệu quốc gia tại mục Quản "
    "lý tài liệu điện tử."
)
PICK_MANAGE = "Mở Quản lý tài liệu điện tử"
PICK_USE = "Dùng giấy tờ này"
PICK_USE_NAMED = "Dùng giấy tờ này: {name}"
PICK_CONSENT = (
    "Bấm “Dùng giấy tờ này” là bạn đồng ý cho cơ quan giải quyết hồ sơ này xem và lưu "
    "bản của giấy tờ đó. Việc dùng được ghi lại để bạn xem."
)
PICK_BUSY = "Đang đưa vào hồ sơ…"
PICKED = "Đã đưa “{name}” vào hồ sơ."
PICKED_BEFORE = "“{name}” đã có ở mục này."
CLOSE = "Đóng"
READY = "Bạn đã có {have}/{total} giấy tờ trong kho"
READY_NAMES = "Có sẵn: {names}"
