"""Words of “Lưu vào kho”: papers of a dossier read, checked and kept (O09)."""

from dvc_app.wording import documents

TITLE = "Lưu vào kho"
BACK = "Chi tiết hồ sơ"
LEAD = (
    "Máy đọc giấy tờ và điền sẵn; bạn đối chiếu với ảnh trang bên cạnh rồi lưu. Giấy tờ "
    "đã lưu vào kho của người dân, lần sau họ không phải nộp lại."
)
LIST = "Giấy tờ của hồ sơ"
PROGRESS = "Đã lưu {saved}/{count} giấy tờ"
EMPTY = "Hồ sơ này không có tệp nào để lưu."
RESULT_NAME = "Kết quả: {name}"
NOT_SAVED = "chưa lưu"
SAVED = "Đã lưu giấy tờ"
LINKED = "Đã lưu giấy tờ (đã có sẵn trong kho)"
SAVE_AGAIN = "kết quả đã thay đổi, cần lưu lại"
NOT_DUE = "chưa lưu, không bắt buộc"
OPEN_NAMED = "Mở {name}, {state}"

# The paper that is open
PICTURE = "Ảnh trang giấy tờ"
PAGE_OF = "Trang {page}/{count}"
BEFORE, AFTER = "Trang trước", "Trang sau"
PAGE_ALT = "Trang {page} của {name}"
OPEN_FILE = "Mở tệp gốc"
NO_PICTURE = "Không vẽ được trang nào của tệp này. Mở tệp gốc để xem."
WAITING_PICTURE = "Máy đang đọc giấy tờ này, thường xong trong một phút."
READING = "Máy đang đọc giấy tờ. Bạn gõ ngay cũng được: đọc xong, ô nào bạn chưa gõ thì tự điền."
HAS_TWIN = (
    "Kho của người này đã có giấy tờ cùng loại, cùng số và nơi cấp. Bấm “Lưu giấy tờ” sẽ "
    "liên kết với bản đã có, không lưu thêm bản nữa."
)
CHANGED_SINCE = (
    "Kết quả đã được thay bằng bản khác sau lần lưu trước. Xem lại rồi lưu bản mới này."
)
UNREADABLE: dict[str, str] = {
    "": "Máy không đọc được giấy tờ này. Xem ảnh và gõ tay các ô bên dưới.",
    "kind": "Máy không đọc được loại tệp này. Mở tệp gốc và gõ tay các ô bên dưới.",
    "no_words": "Máy không thấy chữ nào trên giấy tờ này. Gõ tay các ô bên dưới.",
    "timeout": "Máy đọc quá lâu nên đã dừng. Xem ảnh và gõ tay các ô bên dưới.",
}
FORM = "Thông tin giấy tờ"
KIND = "Loại giấy tờ"
LABELS: dict[str, str] = documents.FIELDS | {
    "number": "Số, ký hiệu",
    "title": "Trích yếu",
    "valid_from": "Hiệu lực từ",
    "valid_until": "Hiệu lực đến",
}
DAY_HINT = "Ví dụ 31/12/2026"
DAYS = ("issued_on", "valid_from", "valid_until", "birth_date")
NUMBER_HINT = "Số định danh cá nhân 12 số, CMND 9 số, hoặc mã số thuế của tổ chức"

# Where a value comes from, and how sure it is
FROM_DOSSIER = "Hồ sơ đã có"
FROM_DOSSIER_YET = "Hồ sơ đã có, máy đang đọc giấy tờ để so"
FROM_DOSSIER_ALONE = "Hồ sơ ghi, máy không thấy trên giấy: xem lại"
FROM_TEXT = "Đọc từ chữ trong tệp, chắc chắn"
READ_SURE = "Máy đọc, chắc {percent}"
READ_UNSURE = "Máy đọc, chỉ chắc {percent}: xem lại"
DIFFERS = "Hồ sơ và giấy tờ ghi khác nhau: xem lại"
ON_PAPER = "Trên giấy máy đọc được: {text}"
OFFERED = "Dùng “{text}”"
OFFERED_NAMED = "{label}: dùng giá trị đề xuất “{text}”"
CONFIRM = "Đúng"
CONFIRM_NAMED = "Đúng: {label}"

SAVE = "Lưu giấy tờ"
SAVING = "Đang lưu…"
KEYS = (
    "Bàn phím: Enter xác nhận ô và sang ô sau, Shift+Enter về ô trước, Ctrl+Enter lưu. "
    "Lưu xong giấy tờ sau tự mở."
)
DONE = "Lưu thành công giấy tờ “{name}”."
DONE_LINKED = (
    "Lưu thành công giấy tờ “{name}”: kho đã có giấy tờ này nên chỉ liên kết, không lưu "
    "thêm bản nữa."
)
DONE_WAITS = (
    "Lưu thành công giấy tờ “{name}”. Người này chưa có tài khoản: giấy tờ được giữ theo "
    "số định danh và vào kho của họ ở lần đăng nhập đầu tiên."
)
ALL_SAVED = "Đã lưu xong mọi giấy tờ của hồ sơ này."
KEPT_AS = "Giấy tờ này đã lưu như sau."
REQUIRED: dict[str, str] = {
    "kind": "Chọn loại giấy tờ",
    "number": "Nhập số, ký hiệu ghi trên giấy tờ",
    "issued_on": "Nhập ngày cấp ghi trên giấy tờ",
    "issuer": "Nhập nơi cấp ghi trên giấy tờ",
    "owner": "Nhập tên chủ sở hữu giấy tờ",
    "owner_number": "Nhập số định danh của chủ sở hữu, để giấy tờ vào đúng kho",
}
FAULTS: dict[str, str] = {
    "store_confirm": "Đối chiếu với ảnh rồi đánh dấu “Đúng”, hoặc sửa lại",
    "store_result_not_approved": (
        "Kết quả chưa được duyệt nên chưa lưu được. Duyệt xong thì lưu ở đây"
    ),
    "store_result_unpaid": (
        "Hồ sơ còn khoản chưa nộp nên kết quả chưa lưu được. Nộp xong thì lưu ở đây"
    ),
}
