"""One vocabulary of statuses for every screen, message and paper (screens part 3)."""

from dataclasses import dataclass

from services.dossiers.models import DossierStatus
from services.dossiers.rules import Turn

S = DossierStatus


@dataclass(frozen=True)
class StatusWords:
    """The name of a status, its colour, and what the citizen reads (R22).

    `sentence` has places for facts; `plain` says the same when one is missing.
    """

    label: str
    tag: str
    sentence: str
    plain: str


STATUSES: dict[DossierStatus, StatusWords] = {
    S.DRAFT: StatusWords(
        "Bản nháp – chưa nộp",
        "tag",
        "Hồ sơ chưa gửi đi. Hoàn tất và bấm Nộp hồ sơ.",
        "Hồ sơ chưa gửi đi. Hoàn tất và bấm Nộp hồ sơ.",
    ),
    S.SUBMITTED: StatusWords(
        "Mới đăng ký",
        "tag tag--info",
        "Đã gửi, cơ quan sẽ kiểm tra trước {receive_by}.",
        "Đã gửi, cơ quan sẽ kiểm tra trong 8 giờ làm việc.",
    ),
    S.RECEIVED: StatusWords(
        "Đã tiếp nhận",
        "tag tag--info",
        "Hồ sơ hợp lệ, hẹn trả ngày {due}.",
        "Hồ sơ hợp lệ, cơ quan đã tiếp nhận.",
    ),
    S.REFUSED: StatusWords(
        "Từ chối tiếp nhận",
        "tag tag--late",
        "Không tiếp nhận vì {reason}; bạn có thể sửa và nộp hồ sơ mới.",
        "Hồ sơ bị từ chối. Lý do và việc bạn có thể làm ghi trong phiếu từ chối.",
    ),
    S.PROCESSING: StatusWords(
        "Đang xử lý",
        "tag tag--info",
        "{unit} đang giải quyết, hẹn trả ngày {due}.",
        "Cơ quan đang giải quyết hồ sơ.",
    ),
    S.SUPPLEMENT: StatusWords(
        "Yêu cầu bổ sung",
        "tag tag--wait",
        "Cần bổ sung hồ sơ trước ngày {until}. Thời gian giải quyết tạm dừng.",
        "Cần bổ sung giấy tờ. Thời gian giải quyết tạm dừng cho đến khi nhận được.",
    ),
    S.AWAITING_PAYMENT: StatusWords(
        "Chờ thanh toán",
        "tag tag--wait",
        "Cần nộp {amount} để tiếp tục.",
        "Cần nộp phí, lệ phí để tiếp tục.",
    ),
    S.WITHDRAWN: StatusWords(
        "Đã rút hồ sơ",
        "tag",
        "Hồ sơ đã dừng theo yêu cầu của bạn.",
        "Hồ sơ đã dừng theo yêu cầu của người nộp.",
    ),
    S.STOPPED: StatusWords(
        "Dừng xử lý",
        "tag tag--late",
        "Dừng xử lý vì {reason}.",
        "Cơ quan đã dừng xử lý. Lý do ghi trong văn bản thông báo.",
    ),
    S.RESULT_READY: StatusWords(
        "Chờ trả kết quả",
        "tag tag--done",
        "Đã có kết quả, nhận tại {place}.",
        "Đã có kết quả. Mang giấy hẹn đến nơi nộp hồ sơ để nhận.",
    ),
    S.RETURNED: StatusWords(
        "Đã trả kết quả",
        "tag tag--done",
        "Hoàn tất. Kết quả đã trả ngày {returned}.",
        "Hoàn tất. Kết quả đã được trả.",
    ),
}

SUSPENDED = "{unit} đang tạm dừng giải quyết, đồng hồ không chạy."
THEIR_CODE = "Mã hồ sơ ở đó: {code}"
TURN_PREFIX = "Đang chờ:"
TURNS: dict[Turn, str] = {Turn.YOU: "bạn", Turn.AGENCY: "cơ quan", Turn.NOBODY: ""}

# Side marks of the promise.
DAYS_LEFT = "còn {count} ngày làm việc"
DUE_TODAY = "hẹn trả hôm nay"
SOON = "Sắp đến hạn"
LATE = "Quá hạn {count} ngày làm việc"
LATE_TODAY = "Quá giờ hẹn hôm nay"
SOON_DAYS = 1  # working days left from which a promise is called near

# What happened, as the timeline says it.
EVENTS: dict[str, str] = {
    "submitted": "Đã nộp trực tuyến",
    "arrived_national_portal": "Đã nộp tại Cổng Dịch vụ công quốc gia",
    "arrived_social_assistance_registry": "Đã nộp tại hệ thống bảo trợ xã hội",
    "arrived_natural_resources": "Đã nộp tại cổng của Bộ Nông nghiệp và Môi trường",
    "received": "Được tiếp nhận",
    "refused": "Hồ sơ bị từ chối",
    "processing_started": "Bắt đầu giải quyết",
    "step_done": "Xong một bước giải quyết",
    "person_verified": "Đã xác minh với CSDL dân cư: khớp",
    "person_differs": "Đã hỏi CSDL dân cư: có thông tin khác",
    "person_unknown": "Đã hỏi CSDL dân cư: không tìm thấy số định danh",
    "supplement_asked": "Yêu cầu bổ sung",
    "supplement_answered": "Đã gửi bổ sung",
    "payment_due": "Chờ nộp phí, lệ phí; thời hạn tạm dừng",
    "payment_made": "Đã nộp phí, lệ phí; giải quyết tiếp",
    "withdrawal_asked": "Đã đề nghị rút hồ sơ",
    "withdrawal_declined": "Không đồng ý cho rút hồ sơ",
    "withdrawn": "Đã rút hồ sơ",
    "stopped": "Dừng giải quyết",
    "suspended": "Tạm dừng giải quyết",
    "resumed": "Giải quyết tiếp",
    "extended": "Xin lỗi và hẹn lại ngày trả",
    "apologised": "Xin lỗi vì trả kết quả muộn",
    "transferred": "Chuyển đến đơn vị có thẩm quyền",
    "result_ready": "Đã có kết quả",
    "returned": "Đã trả kết quả",
    "result_corrected": "Kết quả được đính chính, bản cũ hết hiệu lực",
    "land_moved": "Cơ quan đất đai chuyển bước giải quyết",
    "land_supplement_asked": "Cơ quan đất đai cần bổ sung giấy tờ",
    "land_supplement_taken": "Cơ quan đất đai đã nhận giấy tờ bổ sung",
    "land_taxes": "Thông báo thuế của hồ sơ đất đai",
    "land_ended": "Cơ quan đất đai đã giải quyết xong",
    "land_given_back": "Cơ quan đất đai trả lại hồ sơ",
    "leg_opened": "Bắt đầu từ hồ sơ liên thông, bạn không phải khai lại",
    "declaration_received": "Thủ tục đầu tiên được tiếp nhận",
    "declaration_processing": "Các thủ tục đang được giải quyết",
    "declaration_result_ready": "Tất cả thủ tục đã có kết quả",
    "declaration_returned": "Đã trả kết quả của mọi thủ tục",
    "declaration_refused": "Thủ tục đầu tiên không được tiếp nhận",
    "declaration_withdrawn": "Đã rút hồ sơ",
    "declaration_stopped": "Đã dừng xử lý",
}


def say_status(status: DossierStatus, **facts: str) -> str:
    """Return the sentence of a status, the plain one when a fact is missing."""
    words = STATUSES[status]
    try:
        # An empty fact would leave a hole in the sentence.
        return words.sentence.format_map({k: v for k, v in facts.items() if v})
    except KeyError:
        return words.plain


def say_event(event: str, status: DossierStatus) -> str:
    """Return what happened; an event without words is told by its status."""
    return EVENTS.get(event, STATUSES[status].label)
