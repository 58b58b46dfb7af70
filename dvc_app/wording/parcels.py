"""Words of the officer's page of parcels that did not go (C13)."""

from services.deliveries.models import Leg, Trouble

TITLE = "Bưu gửi chưa đi được"
ONE_TITLE = "Xử lý bưu gửi"
LEAD = (
    "Bưu điện không nhận gửi, hoặc gửi rồi mà chưa tới. Gửi lại, sửa địa chỉ, hoặc đổi sang "
    "nhận tại quầy; người dân được báo ngay. Bưu gửi chờ lâu nhất đứng trước."
)
COUNT = "{count} bưu gửi"
CAPTION = "Bưu gửi cần xử lý, chờ lâu nhất đứng trước"
CODE, WHAT, WHY, PERSON, SINCE = (
    "Mã hồ sơ",
    "Gửi gì",
    "Vì sao chưa đi",
    "Người dân",
    "Từ lúc",
)
LEGS: dict[str, str] = {
    Leg.COLLECT: "Thu hồ sơ tại nhà",
    Leg.RESULT: "Gửi kết quả đến địa chỉ",
}
# In a list: a short name and its tag.
TROUBLES: dict[str, tuple[str, str]] = {
    Trouble.NONE: ("Đã xử lý", "tag tag--done"),
    Trouble.REFUSED: ("Bưu điện không nhận", "tag tag--late"),
    Trouble.SILENT: ("Bưu điện chưa trả lời", "tag tag--wait"),
    Trouble.MISSED: ("Không gặp người nhận", "tag tag--wait"),
    Trouble.RETURNED: ("Đã chuyển hoàn", "tag tag--late"),
}
# On the page: what happened, where the papers are, what to do.
PLAIN: dict[str, str] = {
    Trouble.NONE: "Bưu gửi này không còn vướng gì.",
    Trouble.REFUSED: (
        "Bưu điện không nhận yêu cầu này nên chưa ai đến lấy. Giấy tờ vẫn ở chỗ cũ. Thường "
        "do địa chỉ hoặc số điện thoại: gọi cho người dân để hỏi lại."
    ),
    Trouble.SILENT: (
        "Hệ thống bưu điện chưa trả lời sau {tries} lần hỏi. Cổng vẫn tự hỏi lại 5 phút một "
        "lần; bạn chỉ cần làm gì nếu người dân cần gấp."
    ),
    Trouble.MISSED: (
        "Bưu điện đã đến mà không gặp người nhận và đang giữ bưu gửi để phát lại. Gọi cho "
        "người dân để họ chờ máy; phát không được nữa, bưu gửi quay về và xử lý được tại đây."
    ),
    Trouble.RETURNED: (
        "Bưu điện phát không được nên đã trả bưu gửi về nơi gửi. Gọi cho người dân để hỏi "
        "lại địa chỉ, rồi gửi lại hoặc mời đến quầy."
    ),
}
SAID = "Bưu điện nói"
SINCE_LINE = "từ {moment}"
EMPTY = "Không có bưu gửi nào đang vướng"
EMPTY_HINT = "Khi bưu điện không nhận hoặc trả lại, bưu gửi tự hiện ở đây, không cần tải lại trang."
NO_ROLE_TITLE = "Tài khoản này không xử lý bưu gửi"
NO_ROLE = (
    "Trang này dành cho cán bộ của đơn vị nhận hồ sơ. Nếu bạn làm việc đó, báo quản trị "
    "viên cấp vai trò."
)
PAGING, BEFORE, AFTER, PAGES = "Trang", "Trước", "Tiếp", "Trang {page}/{count}"

# One parcel
BACK = "Tất cả bưu gửi"
MISSING_TITLE = "Không tìm thấy bưu gửi này"
MISSING = "Bưu gửi thuộc hồ sơ của đơn vị khác, hoặc đường dẫn chưa đúng."
FACTS = "Bưu gửi"
DOSSIER = "Hồ sơ"
NAME, PHONE, ADDRESS, NUMBER, PARCEL, COMES = (
    "Người dân",
    "Điện thoại",
    "Địa chỉ",
    "Mã đơn",
    "Số hiệu bưu gửi",
    "Bưu điện đến",
)
ATTEMPT = "lần {number}"
HAPPENED = "Vì sao chưa đi"
TO_DO = "Việc cần làm"
AGAIN = "Gửi lại"
AGAIN_HINT = "Gửi lại như cũ, khi địa chỉ đúng và người dân đã sẵn sàng nhận."
SENDING = "Đang gửi…"
READDRESS = "Sửa địa chỉ rồi gửi lại"
READDRESS_HINT = (
    "Ghi theo lời người dân. Họ được báo địa chỉ mới và xem được trên hồ sơ."
)
FORM_NAME = "Người nhận hoặc giao giấy tờ"
FORM_PHONE = "Số điện thoại"
FORM_ADDRESS = "Địa chỉ"
READDRESS_DO = "Lưu địa chỉ và gửi lại"
COUNTER: dict[str, str] = {
    Leg.RESULT: "Đổi sang nhận tại quầy",
    Leg.COLLECT: "Đổi sang nộp tại quầy",
}
COUNTER_HINT = (
    "Không gửi bưu điện nữa. Người dân được mời đến quầy của đơn vị, kèm địa chỉ và giờ làm "
    "việc. Nên gọi điện trước khi đổi."
)
SENT_AGAIN = "Đã gửi lại và báo cho người dân."
READDRESSED = "Đã lưu địa chỉ mới, gửi lại và báo cho người dân."
TO_COUNTER = "Đã đổi sang tại quầy và báo cho người dân."
NOTHING_TO_DO = "Chưa cần làm gì lúc này."
ONLY_MENDERS = (
    "Bạn xem được bưu gửi này. Cán bộ một cửa hoặc công chức thụ lý mới xử lý được."
)
AT_COUNTER = "Đã đổi sang tại quầy: {place}."
ORDERED: dict[str, str] = {
    "none": "Cổng đang gọi bưu điện.",
    "registered": "Bưu điện đã nhận yêu cầu.",
    "collecting": "Bưu gửi đang trên đường.",
    "delivered": "Đã giao.",
    "cancelled": "Đã hủy.",
}
