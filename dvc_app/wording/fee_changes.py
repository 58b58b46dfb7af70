"""Words of what procedures cost, and who changes it (A05 “Phí, lệ phí”)."""

from services.fee_changes.list_fees import FeeState
from services.fee_changes.show_fees import Standing
from services.fees.models import FeeChangeState

TITLE = "Phí, lệ phí"
ONE_TITLE = "Phí, lệ phí của thủ tục"
LEAD = (
    "Mức thu của từng thủ tục, theo ngày. Mức mới chỉ dùng khi một quản trị viên khác "
    "ban hành. Hồ sơ đã nộp giữ mức của ngày nộp."
)

# The list
TEXT = "Tên hoặc mã thủ tục"
FILTERS = "Lọc thủ tục"
STATE = "Tình trạng"
ANY_STATE = "Tất cả"
STATES_OF_LIST: dict[FeeState, str] = {
    FeeState.IN_FORCE: "Có mức đang áp dụng",
    FeeState.COMING: "Có mức sắp áp dụng",
    FeeState.NO_AMOUNT: "Chưa rõ số tiền",
    FeeState.WAITS: "Chờ ban hành",
}
SEARCH, CLEAR = "Tìm kiếm", "Xóa bộ lọc"
CAPTION = "Các thủ tục và mức thu"
PROCEDURE, NOW, SOON = "Thủ tục", "Đang áp dụng", "Sắp áp dụng"
NOTHING_SOON = "Không có"
COUNT = "{count} thủ tục"
NONE = "Không có thủ tục nào như vậy. Xóa bớt điều kiện lọc."
FROM_CATALOGUE = "Theo danh mục quốc gia"
NOTHING_NOW = "Không thu"
SOON_ONE = "Từ {day}: {name}"
WAITS = "{count} đề nghị chờ ban hành"
PRICE = "{name}: {price}"
PRICE_BY = "{name} ({channel}): {price}"

# One procedure
MISSING_TITLE = "Không có thủ tục này"
MISSING = "Mã trong địa chỉ không phải mã của thủ tục nào."
BACK = "Về danh sách phí, lệ phí"
CODE = "Mã thủ tục {code}"
CITIZEN_SEES = "Người dân đang thấy"
CITIZEN_PAGE = "Mở trang thủ tục"
BY_CATALOGUE = (
    "Thủ tục này chưa có mức nào ban hành tại đây, nên đang dùng số ghi trong danh mục "
    "quốc gia. Từ ngày mức đầu tiên được áp dụng, chỉ các mức ban hành tại đây được dùng: "
    "hãy viết đủ mọi khoản."
)
READ_ONLY = "Bạn chỉ xem: mức thu do quản trị viên toàn tỉnh thay đổi."
RULES = "Các mức theo thời gian"
RULES_NONE = "Chưa có mức nào ban hành tại đây."
STANDINGS: dict[Standing, tuple[str, str]] = {
    Standing.COMING: ("Sắp áp dụng", "tag tag--info"),
    Standing.IN_FORCE: ("Đang áp dụng", "tag tag--done"),
    Standing.ENDED: ("Đã hết hiệu lực", "tag"),
}
FROM_DAY = "Từ {day}"
FROM_TO = "Từ {day} đến hết {end}"
SHIPPED = "Có sẵn cùng phần mềm"
RENEW, RENEW_ONE = "Viết mức mới", "Viết mức mới thay cho {name}"
ADD = "Thêm một khoản thu"
FACT_PRICE, FACT_COUNT, FACT_WHEN = "Mức thu", "Tính theo", "Chỉ thu khi"
FACT_DUE, FACT_RELIEF, FACT_BASIS, FACT_NOTE = (
    "Khi nào nộp",
    "Miễn, giảm",
    "Căn cứ",
    "Ghi chú",
)
COUNT_ONE = "Số {unit}"
COUNT_BOTH = "Số {unit} nhân số {item}"
WHEN = "{question}: {answers}"
WHEN_OTHERWISE = "{question}: {answers}, hoặc chưa trả lời"
RELIEF_FREE = "Miễn: {ground}"
RELIEF_LESS = "Giảm {percent}%: {ground}"
RELIEF_PROOF = "{relief} – cần {proof} ({basis})"
RELIEF_ONLINE = "{relief} ({basis})"
DUES = {
    "now": "Trước khi gửi hồ sơ",
    "reception": "Khi cơ quan tiếp nhận",
    "result": "Khi nhận kết quả",
}
CHANNELS = {"online": "trực tuyến", "direct": "tại quầy", "postal": "qua bưu điện"}
ACCOUNTS = "Tài khoản nhận tiền"
ACCOUNTS_LEAD = (
    "Tiền vào tài khoản của đơn vị giải quyết hồ sơ, theo cấu hình của tỉnh. Mức thu "
    "không đổi tài khoản."
)
ACCOUNT = "{number} – {name}, {bank}"
ACCOUNT_OTHERS = "Các đơn vị không có tài khoản riêng"

# The editor
NEW_TITLE = "Khoản thu mới"
EDIT_TITLE = "Mức mới của “{name}”"
EDIT_LEAD = (
    "Mức đang áp dụng không bị sửa: nó hết hiệu lực ngày trước ngày mức này bắt đầu."
)
NAME, NAME_HINT = "Tên khoản thu", "Như trong nghị quyết, thông tư"
KIND = "Loại"
KINDS = {"charge": "Lệ phí", "fee": "Phí"}
VALID_FROM, VALID_FROM_HINT = "Áp dụng từ ngày", "Từ hôm nay trở đi, dạng 31/12/2026"
VALID_TO = "Đến hết ngày"
VALID_TO_HINT = (
    "Để trống: đến khi có mức mới. Hết ngày này mà chưa có mới thì không thu"
)
DUE = "Khi nào nộp"
BASIS, BASIS_HINT = "Căn cứ pháp lý", "Điều, khoản và số văn bản"
NOTE = "Ghi chú cho người dân"
REASON, REASON_HINT = "Vì sao thay đổi", "Để người ban hành đọc; người dân không thấy"
GROUP_AMOUNT = "Mức thu"
AMOUNT = "Mức chung (đồng)"
AMOUNT_HINT = "Để trống: cơ quan báo sau. Không thu thì ghi 0"
AMOUNT_BY = {
    "online": "Nộp trực tuyến",
    "direct": "Nộp tại quầy",
    "postal": "Nộp qua bưu điện",
}
AMOUNT_BY_HINT = "Chỉ ghi nếu khác mức chung"
GROUP_COUNT = "Tính theo số lượng"
COUNT_LEAD = (
    "Ví dụ: mỗi trang 2.000 đồng, nhân với số bản. Để “Không nhân” nếu thu một lần."
)
UNITS, UNIT, UNIT_HINT = "Mỗi", "Gọi là", "Ví dụ: trang"
ITEMS, ITEM, ITEM_HINT = "Nhân với", "Gọi là", "Ví dụ: bản"
NOT_COUNTED = "Không nhân"
KEPT_ANSWER = "Như hiện nay ({names})"
CAP, CAP_HINT = "Không quá (đồng)", "Mức cao nhất của một bản; để trống nếu không có"
STEPS_TITLE = "Mức khác khi nhiều"
STEPS_LEAD = (
    "Mức chung tính từ đơn vị đầu tiên. Ghi thêm nếu từ đơn vị thứ mấy thì mức khác."
)
STEP_FIRST, STEP_AMOUNT = "Từ đơn vị thứ", "Mỗi đơn vị (đồng)"
GROUP_WHEN = "Chỉ thu trong trường hợp"
WHEN_FIELD, ALWAYS = "Theo câu trả lời", "Luôn thu"
WHEN_ANY = "Thu khi trả lời là"
OTHERWISE = "Cũng thu khi chưa trả lời"
GROUP_RELIEF = "Miễn, giảm"
RELIEF_NONE = "Chưa có trường hợp miễn, giảm nào."
RELIEF_ADD, RELIEF_DROP = "Thêm trường hợp miễn, giảm", "Bỏ trường hợp này"
RELIEF_OF = "Trường hợp"
RELIEF_FIELDS = {
    "ground": "Ai, vì sao",
    "percent": "Giảm bao nhiêu phần trăm (100 là miễn)",
    "basis": "Căn cứ",
    "proof": "Giấy tờ chứng minh",
}
RELIEF_KNOWN = "Cơ quan tự tra cứu được, không cần nộp giấy"
RELIEF_IS_ONLINE = "Giảm cho người nộp trực tuyến, không cần giấy tờ"
SEE, SEEING = "Xem ảnh hưởng", "Đang tính…"
CANCEL = "Thôi, không viết nữa"
EFFECT_TITLE = "Hồ sơ mẫu: trước và sau"
EFFECT_LEAD = "Tính thử từ ngày {day}, cộng mọi khoản của thủ tục."
EFFECT_FIRST = "Trước đó thủ tục dùng số ghi trong danh mục quốc gia; từ ngày này số đó không dùng nữa."
EFFECT_SAME = "Không hồ sơ mẫu nào đổi số tiền."
SAMPLE, BEFORE, AFTER = "Hồ sơ mẫu", "Trước", "Sau"
SAMPLE_CHANNEL = "Nộp {channel}"
SAMPLE_COUNT = "{count} đơn vị, {count} bản"
SAMPLE_ANSWER = "{question}: {value}"
WILL_TELL = "Cơ quan báo"
PROPOSE, CORRECT = "Gửi đề nghị", "Sửa lại"
PROPOSED = "Đã gửi đề nghị. Mức này chờ một quản trị viên khác ban hành."

# Changes
CHANGES = "Đề nghị và thay đổi"
CHANGES_NONE = "Chưa có thay đổi nào."
STATES: dict[FeeChangeState, tuple[str, str]] = {
    FeeChangeState.PROPOSED: ("Chờ ban hành", "tag tag--wait"),
    FeeChangeState.PUBLISHED: ("Đã ban hành", "tag tag--done"),
    FeeChangeState.DECLINED: ("Không ban hành", "tag"),
    FeeChangeState.WITHDRAWN: ("Đã rút trước ngày áp dụng", "tag"),
}
BY = "{name} đề nghị {moment}"
DECIDED = "{name} quyết định {moment}"
UNDOING = "Trở lại mức trước"
REASON_IS = "Lý do: {reason}"
INSTEAD_OF = "Thay cho mức: {price}"
NEW_RULE = "Khoản thu chưa có trước đó"
PUBLISH, DECLINE, TAKE_BACK = "Ban hành", "Không ban hành", "Rút đề nghị"
WITHDRAW, UNDO = "Rút trước ngày áp dụng", "Đề nghị trở lại mức trước"
PUBLISHED = "Đã ban hành. Mức này áp dụng cho hồ sơ nộp {span}."
DECLINED = "Đã bỏ đề nghị này. Mức thu giữ nguyên."
WITHDRAWN = "Đã rút. Mức trước đó tiếp tục áp dụng."
SEE_EFFECT = "Ảnh hưởng trên hồ sơ mẫu"

# Faults
FAULTS: dict[str, str] = {
    "fee_four_eyes": (
        "Nhờ một quản trị viên khác ban hành: người đề nghị không tự ban hành được"
    ),
    "fee_waiting": (
        "Chờ đề nghị trước được quyết định: khoản thu này đang có đề nghị của người khác"
    ),
    "fee_publish_past": (
        "Đề nghị lại với một ngày từ hôm nay trở đi: ngày áp dụng của mức này đã qua"
    ),
    "fee_begun": (
        "Viết mức mới thay thế: mức này đã bắt đầu áp dụng nên không rút được nữa"
    ),
    "fee_past": "Chọn ngày từ hôm nay trở đi: mức của ngày đã qua không sửa được",
    "fee_ends_first": "Chọn ngày kết thúc sau ngày bắt đầu",
    "fee_same_day": (
        "Chọn một ngày khác: khoản thu này đã có mức bắt đầu đúng ngày đó"
    ),
    "fee_number": "Nhập một số trong khoảng cho phép",
    "fee_steps_rise": "Nhập số lớn hơn số của dòng trên",
    "fee_steps_count": "Chọn tính theo gì: mức khác khi nhiều cần một số lượng",
    "fee_rows_differ": (
        "Chọn câu hỏi cùng một nhóm lặp lại: hai số lượng phải của cùng một mục"
    ),
    "fee_senseless": "Xem lại các mức: ghép lại không tính được",
}
