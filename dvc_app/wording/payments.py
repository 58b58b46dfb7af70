"""Words of the pages of money before it is paid: find, bill, choose (C17–C19)."""

from services.payments.models import DueMoment
from services.payments.settlement_models import ProviderKind
from services.payments.views import Standing

# Finding what is due (C17)
TITLE = "Thanh toán trực tuyến"
HEADING = "Thanh toán phí, lệ phí giải quyết thủ tục hành chính"
LEAD = (
    "Nhập mã hồ sơ in trên Phiếu tiếp nhận và hẹn trả kết quả. Không cần đăng nhập; "
    "ai cũng có thể nộp thay."
)
CODE = "Mã hồ sơ"
PROOF = "Mã bảo mật"
CODE_HINT = "Ví dụ {example}. Chữ thường, chữ hoa, có dấu gạch hay không đều được."
SEARCH = "Tìm kiếm"
SEARCHING = "Đang tìm…"
AGAIN = "Tìm hồ sơ khác"
RESULTS = "Các khoản của hồ sơ {code}"
COUNTED = "Có {count} khoản."
COLUMNS = ("Mã hóa đơn", "Nơi thu", "Thời điểm nộp", "Số tiền", "Trạng thái", "Việc")
NOTHING_DUE = "Hồ sơ {code} không có khoản nào phải nộp"
NOTHING_DUE_HINT = (
    "Thủ tục không thu phí, hoặc cơ quan chưa thông báo số tiền. Khi có khoản phải nộp, "
    "người nộp hồ sơ được báo ngay và trang này hiện ra khoản đó."
)
NOT_FOUND = "Không tìm thấy hồ sơ {code} ở cổng này. Bạn thử các cách sau:"
NOT_FOUND_HELP = (
    "So lại từng ký tự với mã trên phiếu: chữ O và số 0, chữ I và số 1 dễ nhầm.",
    (
        "Hồ sơ nộp ở bộ, ngành hoặc tỉnh khác: nộp tiền trên cổng của nơi nhận hồ sơ, hoặc "
        "trên Cổng Dịch vụ công quốc gia."
    ),
    "Hồ sơ vừa nộp tại quầy: chờ ít phút rồi thử lại.",
)
PROBLEMS: dict[str, str] = {
    "required": "Nhập mã hồ sơ, ví dụ {example}",
    "dossier_code_format": "Nhập mã hồ sơ như trên phiếu, ví dụ {example}",
    "picture_required": (
        "Nhập 6 ký tự trong hình hoặc 6 chữ số nghe được, hoặc chọn “Tôi không đọc được "
        "mã”"
    ),
    "picture_wrong": (
        "Nhập 6 ký tự trong hình mới: mã vừa rồi chưa đúng hoặc đã quá 5 phút"
    ),
}
PAY = "Thanh toán"
CHECK = "Kiểm tra thông tin thanh toán"
PAY_NAMED = "Thanh toán {amount}, hóa đơn {invoice}"
CHECK_NAMED = "Kiểm tra thông tin thanh toán, hóa đơn {invoice}"
STANDINGS: dict[Standing, tuple[str, str]] = {
    Standing.OPEN: ("Chưa thanh toán", "tag tag--wait"),
    Standing.PAYING: ("Đang thanh toán", "tag tag--info"),
    Standing.CHECKING: ("Đang xác nhận", "tag tag--info"),
    Standing.PAID: ("Đã thanh toán", "tag tag--done"),
    Standing.HELD: ("Đang kiểm tra số tiền", "tag tag--wait"),
    Standing.CANCELLED: ("Đã hủy", "tag"),
    Standing.REFUNDING: ("Đang hoàn tiền", "tag tag--info"),
    Standing.REFUNDED: ("Đã hoàn tiền", "tag"),
}
MOMENTS: dict[DueMoment, str] = {
    DueMoment.BEFORE_FILING: "Trước khi gửi hồ sơ",
    DueMoment.RECEPTION: "Khi cơ quan tiếp nhận",
    DueMoment.RESULT: "Khi nhận kết quả",
    DueMoment.NOTICE: "Theo thông báo nghĩa vụ tài chính",
}
LINE_KINDS = {"fee": "Phí", "charge": "Lệ phí"}
NO_CODE = "Chưa có mã (hồ sơ chưa gửi)"

HOW = "Trả được bằng ba cách"
HOW_WAYS = (
    ("Quét VietQR", "bằng ứng dụng của ngân hàng bất kỳ, không mất phí của cổng"),
    ("Ngân hàng hoặc ví", "Vietcombank, BIDV, MoMo… trên trang của chính nơi đó"),
    ("Tiền mặt", "tại Bộ phận Một cửa nhận hồ sơ"),
)
HOW_SAFE = (
    "Cổng không gọi điện đòi mã OTP hay mật khẩu ngân hàng. Chỉ nhập OTP trên trang của "
    "ngân hàng bạn đã chọn."
)

# What is asked for (C18)
BILL_TITLE = "Thông tin thanh toán"
BILL_HEADING = "Thanh toán trực tuyến"
BILL_MISSING_TITLE = "Không mở được yêu cầu thanh toán này"
BILL_MISSING = (
    "Đường dẫn không đúng hoặc thiếu ký tự. Chưa có khoản tiền nào bị trừ. Bạn tìm lại "
    "bằng mã hồ sơ."
)
FIND = "Tìm bằng mã hồ sơ"
ACCOUNT_TITLE = "Thông tin tài khoản nhận thanh toán"
ACCOUNT = "Số tài khoản thụ hưởng"
ACCOUNT_NAME = "Tên tài khoản thụ hưởng"
BANK = "Ngân hàng"
INFORMATION = "Thông tin thanh toán"
INVOICE = "Mã hóa đơn"
PROCEDURE = "Tên thủ tục"
AGENCY = "Nơi thu"
APPLICANT = "Người đứng tên (chữ cái đầu)"
AMOUNT_DUE = "Lệ phí phải nộp"
METHOD = "Phương thức thanh toán"
METHOD_VALUE = "Thanh toán trực tuyến qua Cổng DVCQG"
PAY_BY = "Hạn nộp"
FOR_DOSSIER = "Nộp lệ phí cho hồ sơ số: {code}"
FOR_DRAFT = "Nộp lệ phí cho hồ sơ chưa gửi: {procedure}"
LINES = "Gồm các khoản"
GO_ON = "Tiếp tục thanh toán"
PAYER = "Thông tin người thanh toán"
PAYER_LEAD = "Tên này được ghi trên biên lai. Người thanh toán có thể không phải người nộp hồ sơ."
PAYER_NAME = "Họ và tên"
PAYER_NUMBER = "Số giấy tờ"
PAYER_NUMBER_HINT = "Số CCCD, CMND hoặc hộ chiếu"
PAYER_PHONE = "Số điện thoại"
PAYER_PHONE_HINT = "Để báo khi tiền đến nơi"
PAYER_ADDRESS = "Địa chỉ"
PAYER_EMAIL = "Email"
# Where the field itself gives a better sentence than its fault (R10).
PAYER_FAULTS: dict[tuple[str, str], str] = {
    ("name", "required"): "Nhập họ và tên người thanh toán",
    ("number", "required"): "Nhập số giấy tờ của người thanh toán",
    ("phone", "required"): "Nhập số điện thoại của người thanh toán",
    ("address", "required"): "Nhập địa chỉ của người thanh toán",
}
OPTIONAL = "(không bắt buộc)"
SUBMIT = "Thanh toán"
SUBMITTING = "Đang lưu…"
NEXT_CHOOSE = "Bước sau: chọn ngân hàng hoặc ví. Chưa trừ tiền ở bước này."
PAYER_PRIVATE = (
    "Chỉ dùng để ghi biên lai và báo kết quả. Người khác mở đường dẫn này không thấy."
)

# VietQR, the first choice
QR_TITLE = "Quét VietQR"
QR_LEAD = (
    "Mở ứng dụng ngân hàng bất kỳ, chọn quét mã. Số tiền và nội dung đã nằm trong mã. "
    "Trang này tự đổi khi tiền đến."
)
QR_ALT = "Mã VietQR: {amount}, nội dung {words}"
QR_BY_HAND = "Không quét được? Chuyển khoản bằng tay"
QR_EXACT = (
    "Ghi đúng số tiền và nội dung dưới đây. Sai một trong hai thì tiền vẫn đến, nhưng "
    "phải chờ người kiểm tra."
)
QR_WORDS = "Nội dung chuyển khoản"
AMOUNT = "Số tiền"
COPY = "Chép"
COPY_ACCOUNT = "Chép số tài khoản"
COPY_AMOUNT = "Chép số tiền"
COPY_WORDS = "Chép nội dung"
COPIED = "Đã chép"
QR_SAME_PHONE = (
    "Trả bằng chính máy này? Chụp màn hình mã, rồi trong ứng dụng ngân hàng chọn quét mã "
    "từ ảnh."
)

# Banks and wallets (C19)
WAYS_TITLE = "Lựa chọn ngân hàng hoặc ví điện tử để thanh toán"
BANKS = "Chọn ngân hàng"
WALLETS = "Chọn ví điện tử"
OTHER_BANKS = "Các ngân hàng khác qua cổng trung gian"
CARDS = "Tất cả thẻ ngân hàng & ví"
NATIONAL = "Cổng Dịch vụ công quốc gia"
KINDS: dict[ProviderKind, str] = {
    ProviderKind.BANK: BANKS,
    ProviderKind.OTHER_BANKS: OTHER_BANKS,
    ProviderKind.CARD: CARDS,
    ProviderKind.WALLET: WALLETS,
    ProviderKind.NATIONAL: NATIONAL,
}
LAST_USED = "Lần trước bạn dùng"
FIND_WAY = "Tìm ngân hàng hoặc ví"
FIND_WAY_HINT = "Gõ không dấu cũng được, ví dụ: vietcom, bidv, momo"
WAYS_FOUND = "Có {count} nơi phù hợp."
WAYS_NONE = (
    "Không có nơi nào khớp. Thử tên ngắn hơn, hoặc quét VietQR bằng ứng dụng ngân hàng "
    "của bạn."
)
FAILING = "Đang trục trặc từ {time}"
FAILING_CHOSEN = (
    "{name} không trả lời cổng từ {time}. Bạn vẫn thử được; nếu không vào được, tiền chưa "
    "bị trừ và bạn chọn nơi khác."
)
NO_FEE = "miễn phí"
FEE = "phí {fee}"
ORDER = "Thông tin đơn hàng"
ORDER_NAME = "Đơn hàng"
SUPPLIER = "Nhà cung cấp"
VALUE = "Giá trị thanh toán"
SERVICE_FEE = (
    "Phí dịch vụ theo chính sách của Ngân hàng/Trung gian thanh toán. Chi tiết"
)
SERVICE_FEE_WHY = (
    "Khoản này do ngân hàng hoặc ví thu, không phải của cơ quan nhà nước. Cổng hiện trước "
    "để bạn biết tổng số tiền bị trừ. VietQR không mất phí của cổng."
)
SERVICE_FEE_AMOUNT = "Phí dịch vụ"
TOTAL = "Tổng"
FIRST_CHOOSE = "Chọn một ngân hàng hoặc ví để đi tiếp."
WILL_LEAVE = "Bạn sẽ sang trang của {name} rồi quay lại đây. Chưa trừ tiền ở bước này."
GOING = "Đang mở trang thanh toán…"
CHANGE_PAYER = "Sửa thông tin người thanh toán"
CHOSEN = "Đã chọn"

# An attempt that is open in another tab
OPEN_TITLE = "Khoản này đang được trả ở {name}"
OPEN_LINE = (
    "Mở lúc {since}, hết hạn {until}. Trả ở hai nơi cùng lúc có thể bị trừ tiền hai lần, "
    "nên cổng giữ lại một lần."
)
OPEN_ELSEWHERE = (
    "Lần này mở ở một thiết bị hoặc trình duyệt khác. Chờ người đó trả xong, trang tự "
    "đổi; hoặc chờ đến khi hết hạn."
)
OPEN_GO = "Tới trang của {name}"
OPEN_WAIT = "Xem kết quả"
OPEN_ABANDON = "Tôi không trả ở đó nữa, chọn nơi khác"
ABANDONING = "Đang hỏi lại {name}…"
ABANDONED = (
    "Đã dừng lần trả trước. Nếu tiền đã bị trừ mà đến muộn, cổng vẫn ghi nhận và hoàn lại "
    "khoản thừa."
)
CHANGED = (
    "Yêu cầu vừa thay đổi: số tiền nay là {amount} (trước đó {before}). Chưa trừ tiền. "
    "Xem lại rồi bấm “Thanh toán” lần nữa."
)
TAKEN = "Có người đang trả khoản này. Chưa mở thêm lần nào, bạn chưa bị trừ tiền."
CLOSED = "Yêu cầu này không còn cần trả nữa. Trang đã hiện bản mới nhất."
SILENT = (
    "{name} chưa trả lời. Tiền chưa bị trừ. Thử lại sau ít phút, chọn nơi khác, hoặc quét "
    "VietQR."
)
SILENT_ASKED = (
    "{name} chưa trả lời nên cổng chưa dừng được lần trả cũ. Chưa có gì thay đổi: thử lại "
    "sau ít phút, hoặc chờ đến khi lần trả hết hạn."
)
# Keys of refusals of services/payments, and of its fields.
REFUSALS: dict[str, str] = {
    "amount_changed": "Số tiền vừa thay đổi. Chưa trừ tiền; xem lại rồi bấm lần nữa.",
    "payment_live": TAKEN,
    "payment_held": (
        "Đã có tiền đến cho khoản này và cán bộ đang kiểm tra. Chưa mở thêm lần nào; đừng "
        "trả lần nữa."
    ),
    "payment_over": (
        "Lần trả này đã kết thúc. Bấm “Thanh toán” lần nữa nếu khoản này chưa được trả."
    ),
    "request_closed": CLOSED,
    "intent_used": "Nơi trả vừa được đổi. Chưa trừ tiền; bấm “Thanh toán” lần nữa.",
    "intent_missing": "Trang đã cũ. Chưa trừ tiền; bấm “Thanh toán” lần nữa.",
    "too_many_attempts": (
        "Khoản này đã thử trả quá nhiều lần. Tiền chưa bị trừ; quét VietQR, hoặc gọi tổng "
        "đài."
    ),
    "provider_off": (
        "Nơi này tạm ngừng nhận, hoặc không nhận số tiền này. Tiền chưa bị trừ; chọn nơi "
        "khác"
    ),
    "provider_refused": "Nơi này không nhận giao dịch. Tiền chưa bị trừ; chọn nơi khác",
    "payer_missing": (
        "Điền thông tin người thanh toán trước khi chọn nơi trả. Tiền chưa bị trừ"
    ),
}
