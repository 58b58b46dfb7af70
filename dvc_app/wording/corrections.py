"""Words of the officer's answers to corrections of papers (C23)."""

from services.vault.models import CorrectionOutcome as O

TITLE = "Đề nghị sửa giấy tờ"
ONE_TITLE = "Trả lời đề nghị sửa giấy tờ"
LEAD = (
    "Người dân thấy thông tin trên giấy tờ đơn vị đã cấp ghi chưa đúng. Đối chiếu với sổ "
    "gốc rồi sửa, hoặc nói rõ vì sao giữ nguyên. Người lâu nhất đứng trước."
)
WAITING, ANSWERED = "Chờ trả lời", "Đã trả lời"
VIEWS = "Chọn danh sách"
VIEW_KEY, VIEW_ANSWERED = "xem", "da-tra-loi"
COUNT = "{count} đề nghị"
CAPTIONS = {False: "Đề nghị chờ trả lời", True: "Đề nghị đã trả lời"}
PAPER, FIELD, OWNER, ASKED, ANSWER = (
    "Giấy tờ",
    "Mục cần sửa",
    "Người đề nghị",
    "Gửi lúc",
    "Trả lời",
)
EMPTY = {
    False: "Không có đề nghị nào chờ trả lời",
    True: "Chưa có đề nghị nào được trả lời",
}
EMPTY_HINT = (
    "Khi người dân đề nghị sửa giấy tờ đơn vị đã cấp, đề nghị tự hiện ở đây, không cần "
    "tải lại trang."
)
NUMBER = "Số {number}"
OUTCOMES: dict[str, tuple[str, str]] = {
    O.WAITING: ("Chờ trả lời", "tag tag--wait"),
    O.MENDED: ("Đã sửa", "tag tag--done"),
    O.DECLINED: ("Giữ nguyên", "tag"),
}
ANSWERED_BY = "{name}, {moment}"
NO_ROLE_TITLE = "Tài khoản này không trả lời đề nghị sửa giấy tờ"
NO_ROLE = (
    "Trang này dành cho cán bộ của đơn vị đã cấp giấy tờ. Nếu bạn làm việc đó, báo quản "
    "trị viên cấp vai trò."
)
PAGING, BEFORE, AFTER, PAGES = "Trang", "Trước", "Tiếp", "Trang {page}/{count}"

# One request
BACK = "Tất cả đề nghị"
FROM = "{owner} đề nghị lúc {moment}"
MISSING_TITLE = "Không tìm thấy đề nghị này"
MISSING = (
    "Giấy tờ đã được chủ của nó xóa khỏi kho, hoặc do đơn vị khác cấp nên đơn vị đó trả "
    "lời."
)
WANTED = "Người dân đề nghị"
WHICH, SHOULD, WHY = "Mục cần sửa", "Nội dung đúng là", "Vì sao"
STANDS, STOOD = "Đang ghi", "Trước đó ghi"
UNSAID = "Chưa ghi"
NO_REASON = "Không nêu lý do"
REPLY = "Trả lời của đơn vị"
WRITTEN = "Ghi lại là"
WRITTEN_HINT = "Ghi đúng như sổ gốc. Tệp đã cấp giữ nguyên, nội dung cũ được lưu lại."
DAY_HINT = "Ghi đúng như sổ gốc, ví dụ 31/12/2026. Nội dung cũ được lưu lại."
MEND = "Sửa và báo cho người dân"
MENDING = "Đang lưu…"
DECLINE_TITLE = "Không sửa, nói rõ lý do"
REASON = "Lý do giữ nguyên"
REASON_HINT = "Người dân đọc nguyên văn: nêu căn cứ và việc họ có thể làm tiếp"
DECLINE = "Giữ nguyên và báo cho người dân"
MENDED_DONE = "Đã sửa và báo cho người dân."
DECLINED_DONE = "Đã giữ nguyên và báo lý do cho người dân."
ONLY_DECIDERS = "Bạn xem được đề nghị này. Công chức thụ lý hoặc lãnh đạo của đơn vị mới trả lời được."
SAYS_MENDED = "Đã sửa thành “{written}”, {name}, {moment}."
SAYS_DECLINED = "Đã giữ nguyên, {name}, {moment}. Lý do: {reason}"
FACTS = "Thông tin trên giấy tờ"
BEFORE_TITLE = "Các lần sửa trước của giấy tờ này"
BEFORE_MENDED = "{field}: “{replaced}” thành “{written}”"
BEFORE_DECLINED = "{field}: giữ nguyên “{replaced}”"
NO_FILE = "Tệp của giấy tờ này không mở được lúc này."
FILE_CLOSED = "Đã trả lời nên đơn vị không mở tệp của người dân nữa."
FAULTS: dict[str, str] = {
    "document_ends_first": "Nhập ngày hết hạn sau ngày cấp và ngày có hiệu lực",
}
MISSING_FIELDS = {
    "written": "Nhập nội dung đúng",
    "reason": "Viết lý do giữ nguyên",
}
