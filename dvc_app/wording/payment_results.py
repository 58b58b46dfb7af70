"""Words of what became of a payment (C20, C21): what happened, is the money safe."""

from enum import StrEnum

from services.integrations.payment_gateways.port import Failure
from services.payments.models import DueMoment

RESULT_TITLE = "Kết quả thanh toán"
NOT_FROM_BROWSER = (
    "Cổng chỉ tin báo cáo của ngân hàng hoặc ví, không tin trang vừa rời."
)


class Head(StrEnum):
    """What the result page says first."""

    CONFIRMING = "confirming"
    PROCESSING = "processing"
    PAID = "paid"
    FAILED = "failed"
    UNPAID = "unpaid"
    HELD = "held"
    CANCELLED = "cancelled"
    REFUNDING = "refunding"
    REFUNDED = "refunded"


HEADS: dict[Head, tuple[str, str]] = {
    Head.CONFIRMING: (
        "Đang xác nhận với ngân hàng…",
        "Việc này thường mất vài giây. Trang tự đổi khi có kết quả; đừng trả lần nữa.",
    ),
    Head.PROCESSING: (
        "Đang xử lý",
        (
            "Ngân hàng chưa báo kết quả. Bạn đóng trang này được: cổng tiếp tục hỏi đến khi "
            "rõ và báo cho bạn. Đừng trả lần nữa trong lúc chờ."
        ),
    ),
    Head.PAID: ("Thanh toán thành công", "Đã nhận đủ {amount}."),
    Head.FAILED: ("Chưa thành công", "Khoản {amount} chưa được trả."),
    Head.UNPAID: ("Chưa thanh toán", "Chưa có lần trả nào cho khoản {amount} này."),
    Head.HELD: (
        "Tiền đã đến nhưng chưa khớp",
        (
            "Cổng nhận {received}, khác với {amount} phải nộp. Tiền được giữ an toàn; cán bộ "
            "kiểm tra trong 1 ngày làm việc rồi ghi nhận hoặc hoàn lại, và báo cho bạn. Đừng "
            "trả lần nữa."
        ),
    ),
    Head.CANCELLED: (
        "Yêu cầu thanh toán đã hủy",
        "Bạn không phải trả khoản này nữa. {why}",
    ),
    Head.REFUNDING: (
        "Đang hoàn tiền",
        "Tiền đang được trả về nơi bạn đã dùng để thanh toán.",
    ),
    Head.REFUNDED: (
        "Đã hoàn tiền",
        (
            "Tiền đã được trả về nơi bạn đã dùng để thanh toán. Ngân hàng có thể ghi có chậm "
            "vài ngày làm việc."
        ),
    ),
}
CANCELLED_WHY: dict[str, str] = {
    "": "Nếu bạn đã chuyển tiền, tiền sẽ được hoàn lại.",
    "replaced": "Số tiền đã được tính lại: tìm bằng mã hồ sơ để thấy yêu cầu mới.",
    "withdrawn": "Hồ sơ đã được rút. Nếu bạn đã chuyển tiền, tiền sẽ được hoàn lại.",
    "refused": "Hồ sơ không được tiếp nhận. Nếu bạn đã chuyển tiền, tiền sẽ được hoàn lại.",
    "exempt": "Bạn được miễn khoản này.",
    "waived": "Cơ quan không thu khoản này nữa. Bạn không phải nộp.",
    "draft_reopened": "Bạn đã mở lại hồ sơ để sửa. Bấm thanh toán lần nữa khi sửa xong.",
}
WAITING_ON = "Đang hỏi {name}. Mở lúc {since}."
NOT_TAKEN = "Tiền chưa bị trừ."
IF_TAKEN = (
    "Nếu ngân hàng vẫn báo đã trừ tiền, cổng tự đối soát trong 72 giờ: ghi nhận khoản này, "
    "hoặc hoàn lại. Bạn không cần làm gì thêm."
)
# Why it did not succeed: what happened, and what to do.
FAILURES: dict[str, tuple[str, str]] = {
    Failure.CANCELLED: (
        "Bạn đã bấm hủy ở trang của {name}.",
        "Trả lại khi nào bạn sẵn sàng.",
    ),
    Failure.FUNDS: (
        "Tài khoản ở {name} không đủ số dư.",
        "Nạp thêm tiền rồi thử lại, hoặc dùng tài khoản khác.",
    ),
    Failure.LIMIT: (
        "Số tiền vượt hạn mức giao dịch của bạn ở {name}.",
        "Tăng hạn mức trong ứng dụng, hoặc dùng nơi khác.",
    ),
    Failure.OTP: (
        "Mã OTP nhập ở {name} không đúng hoặc đã hết hạn.",
        "Thử lại và nhập mã mới nhất ngân hàng gửi.",
    ),
    Failure.LOCKED: (
        "Thẻ hoặc tài khoản ở {name} đang bị khóa.",
        "Liên hệ ngân hàng để mở khóa, hoặc dùng nơi khác.",
    ),
    Failure.NOT_REGISTERED: (
        "Thẻ hoặc tài khoản chưa đăng ký thanh toán trực tuyến ở {name}.",
        "Đăng ký với ngân hàng, hoặc quét VietQR, hoặc dùng nơi khác.",
    ),
    Failure.TIMEOUT: (
        "Đã quá thời gian cho phép ở trang của {name}.",
        "Thử lại và làm xong trong 15 phút.",
    ),
    Failure.MAINTENANCE: (
        "{name} đang bảo trì.",
        "Dùng nơi khác, hoặc thử lại sau.",
    ),
    Failure.SUSPICIOUS: (
        "{name} đang tạm giữ giao dịch để kiểm tra.",
        "Gọi ngân hàng để xác nhận, rồi thử lại hoặc dùng nơi khác.",
    ),
    Failure.OTHER: (
        "{name} không thực hiện được giao dịch.",
        "Thử lại, hoặc dùng nơi khác.",
    ),
    "expired": (
        "Lần trả ở {name} đã hết hạn mà không có kết quả.",
        "Thử lại, hoặc dùng nơi khác.",
    ),
    "abandoned": (
        "Bạn đã dừng lần trả ở {name} để chọn nơi khác.",
        "Chọn nơi khác, hoặc quét VietQR.",
    ),
    "unreachable": (
        "{name} chưa trả lời nên chưa mở được trang thanh toán.",
        "Thử lại sau ít phút, hoặc dùng nơi khác.",
    ),
    "refused": (
        "{name} không nhận giao dịch này.",
        "Dùng nơi khác, hoặc quét VietQR.",
    ),
}
# Only here is it known for sure that nothing was taken.
UNTOUCHED = frozenset(
    {
        Failure.CANCELLED,
        Failure.FUNDS,
        Failure.LIMIT,
        Failure.OTP,
        Failure.LOCKED,
        Failure.NOT_REGISTERED,
        Failure.MAINTENANCE,
        "unreachable",
        "refused",
    }
)
RETRY = "Thử lại"
OTHER_WAY = "Chọn ngân hàng hoặc ví khác"
BY_QR = "Quét VietQR"
OPEN_BILL = "Xem khoản phải nộp"
PAID_AT = "Thời gian"
PAID_WITH = "Trả bằng"
PAID_AMOUNT = "Số tiền"
ORDER_NUMBER = "Mã giao dịch của cổng"
TRANSACTION = "Mã giao dịch của ngân hàng"
RECEIPT = "Biên lai điện tử"
RECEIPT_GET = "Mở biên lai (PDF)"
RECEIPT_OTHERS = (
    "Biên lai chỉ mở được bởi người nộp hồ sơ (sau khi đăng nhập) hoặc trên thiết bị đã "
    "trả tiền."
)
RECEIPT_SOON = "Biên lai đang được lập, trang tự hiện khi xong."
LATE = (
    "Ngân hàng xác nhận chậm, nên trước đó trang hoặc tin nhắn có thể đã báo “Chưa thành "
    "công”. Khoản này chỉ được thu một lần."
)
DOUBLE = (
    "Có hai lần trả cho cùng một khoản. Cổng giữ một lần và tự hoàn {amount}; bạn không "
    "cần làm đơn."
)
EFFECT_TITLE = "Việc tiếp theo"
EFFECTS: dict[DueMoment, str] = {
    DueMoment.BEFORE_FILING: (
        "Còn một bước: xem lại rồi bấm “Đồng ý” để gửi hồ sơ. Nếu bạn không bấm, hồ sơ tự "
        "gửi sau 15 phút."
    ),
    DueMoment.RECEPTION: (
        "Cơ quan đã thấy khoản này và tiếp tục giải quyết hồ sơ. Bạn không cần mang biên "
        "lai đến."
    ),
    DueMoment.RESULT: (
        "Bạn nhận được kết quả theo lịch hẹn. Bạn không cần mang biên lai đến."
    ),
    DueMoment.NOTICE: (
        "Nghĩa vụ tài chính của hồ sơ đã hoàn thành; cơ quan tiếp tục giải quyết."
    ),
}
TO_DOSSIER = "Mở hồ sơ"
TO_REVIEW = "Xem lại và gửi hồ sơ"
TO_DRAFT = "Về hồ sơ chưa gửi"
TO_LOOK_UP = "Tra cứu hồ sơ"
PRINT = "In"
TO_MINE = "Quản lý thanh toán"
REFUND = "Hoàn tiền"
REFUND_OF = "Hoàn {amount}"
REFUND_ASKED = "Đã mở yêu cầu hoàn tiền"
REFUND_APPROVED = "Người thứ hai duyệt và gửi lệnh cho ngân hàng"
REFUND_DONE = "Ngân hàng hoàn tiền"
REFUND_DECLINED = "Yêu cầu hoàn tiền không được duyệt"
REFUND_REFUSED = "Ngân hàng chưa thực hiện được; cán bộ liên hệ với bạn"
REFUND_LATER = "Dự kiến trong 7 ngày làm việc"
REFUND_REASONS: dict[str, str] = {
    "double": "Trả hai lần cho một khoản",
    "mismatch": "Số tiền đến khác số phải nộp",
    "cancelled": "Yêu cầu thanh toán đã hủy",
    "other": "Theo quyết định của cơ quan",
}
SAFE_TO_CLOSE = "Bạn đóng trang này được; kết quả vẫn được ghi nhận."
WITH_CASH = "Tiền mặt tại quầy"
WITH_TRANSFER = "Chuyển khoản VietQR"
OWN_NAMES: dict[str, str] = {"cash": WITH_CASH, "vietqr": WITH_TRANSFER}
