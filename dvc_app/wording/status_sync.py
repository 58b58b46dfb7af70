"""Words of what other systems are told: the ledger, its messages, its systems (O12, A07)."""

from services.outbox.models import MessageKind, MessageState, Outward

TITLE = "Đồng bộ với hệ thống Bộ, ngành"
MENU = "Đồng bộ Bộ, ngành"
LEAD = (
    "Mỗi việc của hồ sơ được báo cho hệ thống liên quan. Hệ thống nào chưa trả lời thì tin "
    "chờ ở đây và tự gửi lại; hồ sơ của người dân không bị chậm vì việc đó."
)
SYSTEMS: dict[str, str] = {
    Outward.NATIONAL_PORTAL: "Cổng Dịch vụ công quốc gia",
    Outward.INTERLINKED_SERVICES: "Dịch vụ công liên thông (khai sinh, khai tử)",
    Outward.CIVIL_STATUS: "Hộ tịch điện tử – Bộ Tư pháp",
    Outward.SOCIAL_ASSISTANCE: "Bảo trợ xã hội",
    Outward.NATURAL_RESOURCES: "Tài nguyên và môi trường (dvcthietyeu)",
    Outward.LAND: "Cơ sở dữ liệu đất đai",
    Outward.CONSTRUCTION: "Giấy phép xây dựng – Bộ Xây dựng",
    Outward.PLANNING: "Thông tin quy hoạch – Bộ Xây dựng",
}
KINDS: dict[str, str] = {
    MessageKind.DOSSIER: "Hồ sơ",
    MessageKind.PROGRESS: "Tiến độ",
    MessageKind.RESULT: "Kết quả",
    MessageKind.PERMIT: "Giấy phép",
    MessageKind.RECEIPT: "Xác nhận đã nhận",
}
STATES: dict[str, tuple[str, str]] = {
    MessageState.WAITING: ("Chờ gửi", "tag tag--wait"),
    MessageState.DELIVERED: ("Đã nhận", "tag tag--done"),
    MessageState.REFUSED: ("Bị trả lại", "tag tag--late"),
    MessageState.DEAD: ("Gửi mãi không được", "tag tag--late"),
    MessageState.CLOSED: ("Đã đóng, không gửi", "tag"),
}
CLOSING = "Có đề nghị đóng"

# Choices above the list, by the word in the address.
TABS: dict[str, str] = {
    "can-xu-ly": "Cần xử lý",
    "cho-gui": "Chờ gửi",
    "da-nhan": "Đã nhận",
    "tat-ca": "Tất cả",
}
TAB_STATES: dict[str, tuple[MessageState, ...]] = {
    "can-xu-ly": (MessageState.REFUSED, MessageState.DEAD),
    "cho-gui": (MessageState.WAITING,),
    "da-nhan": (MessageState.DELIVERED, MessageState.CLOSED),
    "tat-ca": (),
}
TAB_LABEL = "Tình trạng tin"
SYSTEM_LABEL, EVERY_SYSTEM = "Hệ thống", "Tất cả hệ thống"
CODE_LABEL, CODE_HINT, FIND = "Mã hồ sơ", "Cả mã hoặc phần cuối", "Tìm"
COUNT = "{count} tin"
CAPTION = "Tin gửi hệ thống khác, mới nhất đứng trước"
HEADS = WRITTEN, CODE, SYSTEM, KIND, STATE, ANSWER = (
    "Lúc",
    "Hồ sơ",
    "Hệ thống",
    "Tin",
    "Tình trạng",
    "Hệ thống trả lời",
)
OPEN = "Xem"
OPEN_LABEL = "Xem tin {kind} của hồ sơ {code}"
NO_CODE = "không gắn hồ sơ"
EMPTY: dict[str, str] = {
    "can-xu-ly": "Không có tin nào cần xử lý. Mọi hệ thống đang nhận tin bình thường.",
    "cho-gui": "Không có tin nào đang chờ gửi.",
    "da-nhan": "Chưa có tin nào được nhận.",
    "tat-ca": "Chưa có tin nào phải gửi.",
}
EMPTY_FOUND = "Không thấy tin nào như vậy. Bỏ bớt điều kiện rồi tìm lại."
PAGING, BEFORE, AFTER, PAGES = "Trang", "Trước", "Tiếp", "Trang {page}/{count}"
NO_ROLE_TITLE = "Tài khoản này không xem được việc đồng bộ"
NO_ROLE = "Trang này dành cho cán bộ của đơn vị xử lý hồ sơ và quản trị viên của tỉnh."

# The systems above the list
STANDING = "Tình trạng các hệ thống"
WAITING, STUCK, OLDEST, ANSWERED = (
    "Chờ gửi",
    "Cần xử lý",
    "Tin chờ lâu nhất",
    "Trả lời lần cuối",
)
ON: tuple[str, str] = ("Đang gửi", "tag tag--done")
RESTING: tuple[str, str] = ("Không trả lời, tự thử lại", "tag tag--wait")
PAUSED: tuple[str, str] = ("Đang tạm dừng", "tag tag--wait")
OFF: tuple[str, str] = ("Chưa kết nối", "tag")
NEVER = "chưa lần nào"
SINCE = "từ {moment}"

# One message
ONE_TITLE = "Tin gửi hệ thống khác"
BACK = "Tất cả tin"
MISSING_TITLE = "Không tìm thấy tin này"
MISSING = "Tin thuộc hồ sơ của đơn vị khác, hoặc đường dẫn chưa đúng."
HAPPENED = "Tình trạng"
PLAIN: dict[str, str] = {
    MessageState.WAITING: "Tin đang chờ và tự gửi lại. Bạn không cần làm gì, trừ khi cần gấp.",
    MessageState.DELIVERED: "Hệ thống kia đã nhận. Không còn việc gì phải làm.",
    MessageState.REFUSED: (
        "Hệ thống kia không nhận nội dung này, gửi lại y nguyên cũng không được. Sửa hồ sơ theo "
        "lời họ rồi bấm “Sửa rồi gửi”. Hồ sơ của người dân vẫn đi tiếp."
    ),
    MessageState.DEAD: (
        "Đã thử suốt ba ngày mà hệ thống kia không trả lời. Hỏi đơn vị vận hành của họ, rồi bấm "
        "“Gửi lại”. Không có gì bị mất."
    ),
    MessageState.CLOSED: "Hai người đã quyết định không gửi tin này.",
}
WAITS_FOR = (
    "Tin này đợi tin trước của cùng hồ sơ được nhận, rồi tự gửi. Xử lý tin trước là đủ."
)
HELD = (
    "Quản trị viên đang tạm dừng gửi tới hệ thống này. Tin được giữ và tự gửi khi mở lại; hồ "
    "sơ của người dân vẫn đi tiếp."
)
FIRST = "Mở tin trước"
NEXT_TRY = "Thử lại lúc {moment}"
TRIED = "Đã thử {tries} lần"
SAID = "Họ trả lời"
INCOMPLETE = "Chưa gửi được: hồ sơ thiếu “{field}”."
HTTP = "Hệ thống kia từ chối cả tin (mã {code})."
UNAVAILABLE = "Không trả lời"
REFERENCE = "Số của họ"
FACTS = "Thông tin"
CONTENT = "Nội dung gửi"
CONTENT_COUNT = "Xem {count} mục"
CONTENT_EMPTY = "Nội dung được lập ngay trước lần gửi đầu tiên."
CONTENT_HINT = "Số giấy tờ và số điện thoại được che; khóa kết nối không hiện."
FIELD, VALUE = "Trường", "Nội dung"
TRIES, TRIES_EMPTY = "Các lần gửi", "Chưa gửi lần nào."
TRY_HEADS = ("Lúc", "Kết quả", "Trả lời", "Mất")
OUTCOMES: dict[str, str] = {
    "delivered": "Đã nhận",
    "refused": "Bị trả lại",
    "later": "Hẹn gửi lại",
    "unavailable": "Không trả lời",
}
SECONDS = "{seconds} giây"
TO_DO = "Việc có thể làm"
NOTHING_TO_DO = "Không còn việc gì phải làm với tin này."
AGAIN, AGAIN_HINT = "Gửi lại", "Gửi y nguyên nội dung này ngay bây giờ."
CORRECT = "Sửa rồi gửi"
CORRECT_HINT = "Lập lại nội dung từ hồ sơ như đang có, rồi gửi."
SENT_AGAIN = "Tin được gửi lại ngay; kết quả tự hiện ở đây."
CLOSE = "Đóng, không gửi nữa"
CLOSE_HINT = "Cần một người khác của đơn vị đồng ý. Các tin sau của hồ sơ sẽ đi tiếp."
REASON, REASON_HINT = "Lý do không gửi", "Từ 10 đến 500 chữ; người đồng ý sẽ đọc."
ASK_CLOSE = "Đề nghị đóng"
ASKED = "Đã đề nghị đóng. Chờ một người khác đồng ý."
ASKED_BY = "{name} đề nghị đóng: {reason}"
AGREE, DECLINE = "Đồng ý đóng", "Không đóng"
AGREED, DECLINED = "Đã đóng tin này.", "Đã bỏ đề nghị đóng."
CLOSED_BY = "{name} đồng ý đóng: {reason}"
BUSY = "Đang làm…"

# The dossier's own tab
CARD = "Đồng bộ"
CARD_LEAD = "Các hệ thống Bộ, ngành đã được báo những gì về hồ sơ này."
CARD_SHOW = "Xem tin đã gửi"
CARD_EMPTY = "Hồ sơ này không phải báo cho hệ thống nào khác."
CARD_ALL = "Tất cả tin của hồ sơ"

# A07
ADMIN_TITLE = "Kết nối"
ADMIN_LEAD = (
    "Từng hệ thống: có kết nối không, trả lời lần cuối lúc nào, còn bao nhiêu tin chờ. Địa chỉ "
    "và khóa đặt ở cấu hình máy chủ và không hiện ở đây."
)
ADMIN_CAPTION = "Các hệ thống được báo tin"
ACTS = "Việc"
PAUSE, RESUME, ALL_AGAIN = "Tạm dừng", "Gửi tiếp", "Gửi lại tin bị kẹt"
PAUSE_TITLE = "Tạm dừng một hệ thống"
PAUSE_LEAD = (
    "Tin được giữ lại cho đến khi bấm “Gửi tiếp”; hồ sơ của người dân không dừng."
)
CHOOSE_SYSTEM = "Chọn hệ thống"
PAUSE_REASON = "Lý do"
PAUSE_HINT = "Ví dụ: Bộ báo bảo trì đến 18:00."
PAUSED_NOW = "Đã tạm dừng {system}. Tin mới vẫn được giữ và chờ."
RESUMED = "Đã gửi tiếp tới {system}: {count} hồ sơ có tin chờ."
ALL_SENT = "Đã gửi lại {count} tin tới {system}."
