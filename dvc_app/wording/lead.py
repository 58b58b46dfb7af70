"""Words of the leader's page, ‹Điều hành› (O16)."""

TITLE = "Điều hành"
LEAD = "Việc của đơn vị, hồ sơ sẽ trễ trước đứng trước."
NO_ROLE_TITLE = "Trang này dành cho lãnh đạo đơn vị"
NO_ROLE = (
    "Vai trò bạn đang chọn không có quyền duyệt. Đổi vai trò nếu bạn là lãnh đạo của một "
    "đơn vị."
)
NEAR = "Hạn của đơn vị"
LATE, TODAY, TOMORROW, WEEK = (
    "đã quá hạn",
    "đến hạn hôm nay",
    "đến hạn ngày mai",
    "đến hạn trong tuần",
)
TO_SIGN, UNTAKEN, OWED = "chờ ký duyệt", "chưa ai nhận", "đang phải làm"

WAITING = "Chờ tôi quyết định"
WAITING_NONE = "Không có đề xuất nào chờ lãnh đạo."
DECISIONS = {
    "refuse": "Từ chối",
    "suspend": "Tạm dừng",
    "resume": "Giải quyết tiếp",
    "extend": "Gia hạn, xin lỗi",
    "apologise": "Xin lỗi vì trả muộn",
    "stop": "Dừng giải quyết",
    "transfer": "Chuyển đơn vị khác",
}
SECOND_REQUEST = "Yêu cầu bổ sung lần nữa"
PROPOSED = "{name} trình lúc {moment}"
OWN = "Bạn là người trình: lãnh đạo khác quyết định"
OPEN = "Xem và quyết định"
SIGN = "Đến Trình ký"

FIRST = "Sẽ trễ trước"
FIRST_NONE = "Đơn vị không còn hồ sơ nào phải làm."
ALL_OWED = "Xem tất cả"
NOBODY = "Chưa ai nhận"
RECEPTION = "Tiếp nhận"
REMIND = "Nhắc"
REMINDED = "Đã nhắc {name} về hồ sơ {code}."
REMINDED_BEFORE = "Hôm nay đã nhắc {name} về hồ sơ {code} rồi."
EXTEND = "Gia hạn"
GIVE = "Chuyển người"
GIVE_TO = "Cán bộ nhận"
GIVE_CHOOSE = "Chọn cán bộ"
GIVE_WHY = "Lý do"
GIVE_GO = "Chuyển"
GIVE_MISSING = "Chọn cán bộ nhận việc"
GIVEN = "Hồ sơ {code} nay do {name} giữ."
WORKING = "Đang chuyển…"

LOADS = "Việc theo cán bộ"
LOADS_CAPTION = "Số hồ sơ mỗi cán bộ đang giữ, quá hạn và đến hạn hôm nay"
LOAD_HEADS = ("Cán bộ", "Đang giữ", "Quá hạn", "Hôm nay")
STEPS = "Việc theo bước"
STEPS_CAPTION = "Số hồ sơ ở mỗi bước, quá hạn và đến hạn hôm nay"
STEP_HEADS = ("Bước", "Đang có", "Quá hạn", "Hôm nay")
OLDEST = "Chờ lâu nhất"
OLDEST_ON = "{procedure}, nộp {moment}"
UNITS = "Đơn vị cấp dưới"
UNITS_LEAD = "Chỉ là số lượng; hồ sơ do chính đơn vị đó xem."
UNITS_CAPTION = "Số hồ sơ phải làm, quá hạn và mới nộp của từng đơn vị"
UNIT_HEADS = ("Đơn vị", "Phải làm", "Quá hạn", "Mới nộp")
AWAY = "Việc của người vắng"
