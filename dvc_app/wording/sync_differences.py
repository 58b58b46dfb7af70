"""Words of the nightly comparison with other systems (issue 7)."""

from services.status_sync.models import Difference

D = Difference
TITLE = "Đối chiếu với hệ thống khác"
LEAD = (
    "Mỗi đêm cổng hỏi hệ thống kia đang có hồ sơ nào, ở trạng thái nào. Chỗ hai bên khác "
    "nhau hiện ở đây và tự mất khi đã khớp. Hồ sơ của người dân vẫn đi tiếp."
)
KINDS: dict[str, str] = {
    D.MISSING_THERE: "Bên kia chưa có hồ sơ",
    D.STATUS_BEHIND: "Bên kia chậm trạng thái",
    D.STATUS_AHEAD: "Bên kia ghi trạng thái hồ sơ chưa có",
    D.WRONG_FEE: "Khác phí, lệ phí",
    D.MISSING_RESULT: "Bên kia thiếu kết quả",
    D.UNKNOWN_HERE: "Ở đây không có hồ sơ này",
    D.DOUBLE: "Bên kia có nhiều bản",
    D.WRONG_OWNER: "Khác chủ hồ sơ",
}
# Where the difference has no value of its own, or one that nobody should read here.
SIDES: dict[str, tuple[str, str]] = {
    D.MISSING_THERE: ("Có", "Không có"),
    D.MISSING_RESULT: ("Có kết quả", "Chưa có"),
    D.UNKNOWN_HERE: ("Không có", "Có"),
    D.WRONG_OWNER: ("Theo hồ sơ", "Tên hoặc giấy tờ khác"),
}
COPIES = "{count} bản"
HEADS = FOUND, CODE, SYSTEM, KIND, OURS, THEIRS = (
    "Thấy lúc",
    "Hồ sơ",
    "Hệ thống",
    "Khác ở chỗ",
    "Ở đây",
    "Bên kia",
)
ACT = "Việc"
CAPTION = "Hồ sơ khác nhau giữa hai bên, mới thấy đứng trước"
TELL = "Gửi lại hồ sơ"
TELL_LABEL = "Gửi lại hồ sơ {code}"
TOLD = "Đã ghi tin gửi lại hồ sơ {code}. Đêm nay cổng đối chiếu lại."
SENT_AT = "Đã gửi lại lúc {moment}"
ASK_THEM = "Nhờ đơn vị vận hành bên kia xử lý"
TAKEN = "Chỗ khác này đã khớp hoặc không gửi lại được. Danh sách vừa được đọc lại."
EMPTY = "Hai bên đang khớp. Đêm nay cổng đối chiếu tiếp."
COUNT = "{count} chỗ khác nhau"
TO_LEDGER = "Tin gửi hệ thống khác"
FROM_LEDGER = "Chỗ hai bên khác nhau"
MONEY = "{amount} đ"
