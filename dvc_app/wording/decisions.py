"""Words of decisions: refusal, pause, extension, stop, transfer, on both sides (O07)."""

from services.decisions.models import DecisionKind, RefusalKind
from services.decisions.rules import DecisionFault
from services.slips.models import SlipKind

K, R, F = DecisionKind, RefusalKind, DecisionFault

# The officer's pages.
TITLES: dict[DecisionKind, str] = {
    K.REFUSE: "Từ chối hồ sơ",
    K.SUSPEND: "Tạm dừng giải quyết",
    K.RESUME: "Giải quyết tiếp",
    K.EXTEND: "Gia hạn và xin lỗi",
    K.APOLOGISE: "Xin lỗi vì trả muộn",
    K.STOP: "Dừng giải quyết",
    K.TRANSFER: "Chuyển đơn vị đúng thẩm quyền",
}
PAGE_TITLE = "Quyết định về hồ sơ"
LEADS: dict[DecisionKind, str] = {
    K.REFUSE: (
        "Nêu đủ lý do, căn cứ và việc người dân có thể làm tiếp. Phiếu từ chối (Mẫu 03) "
        "được cấp khi quyết định có hiệu lực."
    ),
    K.SUSPEND: (
        "Đồng hồ dừng từ khi lãnh đạo đồng ý, người dân được báo kèm lý do. Ngày hẹn "
        "lùi đúng bằng thời gian tạm dừng."
    ),
    K.RESUME: "Đồng hồ chạy lại ngay, ngày hẹn lùi đúng bằng thời gian đã tạm dừng.",
    K.EXTEND: (
        "Mỗi hồ sơ gia hạn một lần, xin lỗi trước hạn ít nhất một ngày làm việc. Người "
        "dân nhận văn bản xin lỗi và ngày hẹn mới."
    ),
    K.APOLOGISE: (
        "Kết quả đã có nhưng muộn hơn ngày đã hẹn. Văn bản xin lỗi (Mẫu 04) đi trước "
        "kết quả; có văn bản này thì trả được kết quả."
    ),
    K.STOP: (
        "Hồ sơ kết thúc ở đây. Thông báo dừng giải quyết (Mẫu 05) được cấp khi lãnh đạo "
        "đồng ý."
    ),
    K.TRANSFER: (
        "Mã hồ sơ, giấy tờ và kết quả kiểm tra đi cùng hồ sơ. Đơn vị bạn không còn xem "
        "được hồ sơ này; người dân không phải nộp lại."
    ),
}
REFUSAL = "Loại từ chối"
REFUSALS: dict[RefusalKind, str] = {
    R.NOT_ACCEPTED: "Không tiếp nhận",
    R.NOT_ELIGIBLE: "Không đủ điều kiện giải quyết",
    R.WRONG_UNIT: "Sai thẩm quyền",
}
CHOOSE = "Chọn một mục"
WRONG_UNIT_OFFER = (
    "Hồ sơ gửi nhầm đơn vị? Chuyển thẳng đến đơn vị đúng thì người dân không phải nộp "
    "lại."
)
TEMPLATE = "Mẫu lý do"
TEMPLATE_NONE = "Tự viết"
GROUNDS: dict[DecisionKind, str] = {
    K.REFUSE: "Lý do từ chối",
    K.SUSPEND: "Lý do tạm dừng",
    K.RESUME: "Vì sao giải quyết tiếp được",
    K.EXTEND: "Lý do chưa trả được đúng hẹn",
    K.APOLOGISE: "Lý do đã không trả được đúng hẹn",
    K.STOP: "Lý do dừng",
    K.TRANSFER: "Lý do chuyển",
}
GROUND_HINT = "Người dân đọc nguyên văn câu này"
BASIS = "Căn cứ (điều, khoản, văn bản)"
BASIS_HINT = "Ví dụ: khoản 2 Điều 17 Nghị định số 118/2025/NĐ-CP"
NEXT = "Việc người dân có thể làm tiếp"
NEXT_HINT = "Ví dụ: xin xác nhận lại nơi cư trú rồi nộp hồ sơ mới"
NEW_DUE = "Ngày hẹn trả mới"
NEW_DUE_HINT = "Ngày làm việc, sau ngày đã hẹn {day}"
WHY_LATE = "Vì sao xin lỗi muộn"
WHY_LATE_HINT = "Còn chưa đến một ngày làm việc là đến hạn"
UNIT = "Đơn vị nhận"
GIVE_BACK = "Làm thủ tục hoàn số tiền đã nộp cho hồ sơ này"
OPTIONAL = "(không bắt buộc)"
PREVIEW = "Xem như người dân đọc"
PREVIEW_TITLE = "Người dân sẽ đọc"
PREVIEW_LEAD = "Đọc lại một lần trước khi gửi. Chưa có gì được gửi đi."
CHANGE = "Sửa lại"
SENDING = "Đang gửi…"
SEND_LED = "Trình lãnh đạo"
SEND_NOW: dict[DecisionKind, str] = {
    K.REFUSE: "Từ chối và báo người dân",
    K.SUSPEND: "Tạm dừng và báo người dân",
    K.RESUME: "Giải quyết tiếp",
    K.EXTEND: "Gia hạn và báo người dân",
    K.APOLOGISE: "Xin lỗi và báo người dân",
    K.STOP: "Dừng và báo người dân",
    K.TRANSFER: "Chuyển hồ sơ",
}
LED_NOTE = "Quyết định này có hiệu lực khi lãnh đạo khác người trình đồng ý."
PROPOSED_NOW = "Đã trình lãnh đạo. Hồ sơ chưa đổi trạng thái."
DONE_NOW: dict[DecisionKind, str] = {
    K.REFUSE: "Đã từ chối hồ sơ và báo người dân. Phiếu từ chối đã được cấp.",
    K.SUSPEND: "Đã tạm dừng. Người dân đã được báo.",
    K.RESUME: "Hồ sơ được giải quyết tiếp. Người dân đã được báo ngày hẹn mới.",
    K.EXTEND: "Đã gia hạn. Người dân đã nhận văn bản xin lỗi.",
    K.APOLOGISE: "Đã cấp văn bản xin lỗi. Giờ trả được kết quả.",
    K.STOP: "Đã dừng giải quyết. Thông báo dừng đã được cấp.",
    K.TRANSFER: "Đã chuyển hồ sơ đến {unit}. Người dân đã được báo.",
}
GONE = "Hồ sơ {code} đã chuyển đến {unit} lúc {at}. Người chuyển: {by}."
GONE_TITLE = "Hồ sơ đã chuyển đi"
TO_DOSSIER = "Về hồ sơ"

# The card on the dossier page.
CARD = "Quyết định về hồ sơ"
LINKS = "Các quyết định có thể trình"
APOLOGY_FIRST = (
    "Kết quả có muộn hơn ngày đã hẹn nên chưa trả được. Lập văn bản xin lỗi (Mẫu 04) "
    "trước; kết quả vẫn được giữ nguyên."
)
TO_APOLOGY = "Lập văn bản xin lỗi"
APOLOGY_WAITS = "Văn bản xin lỗi đang chờ lãnh đạo. Lãnh đạo đồng ý thì trả được ngay."
WAITING = "Chờ lãnh đạo: {kind}"
PROPOSED_BY = "{name} trình lúc {at}"
AGREE = "Đồng ý"
DISAGREE = "Không đồng ý"
DISAGREE_REASON = "Lý do không đồng ý"
DISAGREE_HINT = "Chỉ cần ghi khi không đồng ý"
AGREED_NOW = "Đã đồng ý. Quyết định có hiệu lực ngay."
DECLINED_NOW = "Đã ghi không đồng ý. Hồ sơ được giải quyết tiếp như cũ."
DECLINED = "Lãnh đạo không đồng ý {kind}: {reason} ({name}, {at})"
PAST = "Hạn bổ sung đã qua mà chưa có trả lời. Hệ thống đề xuất dừng giải quyết."
PAST_ACT = "Trình dừng giải quyết"
SUSPENDED = "Đang tạm dừng từ {at}. Đồng hồ không chạy."
UNDELIVERED = (
    "Tin báo chưa đến được người dân qua kênh nào. Hãy gọi điện theo số trong hồ sơ."
)
SLIPS = "Văn bản đã cấp"
NO_SLIPS = "Chưa có văn bản nào."
SLIP_LINE = "Mẫu {form} · số {number} · {at} · {officer}"
SLIP_KINDS: dict[SlipKind, str] = {
    SlipKind.SUPPLEMENT: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    SlipKind.REFUSAL: "Phiếu từ chối tiếp nhận, giải quyết hồ sơ",
    SlipKind.EXTENSION: "Văn bản xin lỗi và đề nghị gia hạn",
    SlipKind.STOP: "Thông báo dừng giải quyết hồ sơ",
}
OPEN_SLIP = "Tải {name} (PDF)"

# What the citizen reads.
TOLD: dict[DecisionKind, str] = {
    K.REFUSE: "Hồ sơ không được giải quyết",
    K.SUSPEND: "Cơ quan tạm dừng giải quyết",
    K.RESUME: "Cơ quan đã giải quyết tiếp",
    K.EXTEND: "Cơ quan xin lỗi và hẹn lại ngày trả",
    K.APOLOGISE: "Cơ quan xin lỗi vì trả kết quả muộn",
    K.STOP: "Cơ quan đã dừng giải quyết",
    K.TRANSFER: "Hồ sơ đã chuyển đến đúng đơn vị",
}
TOLD_NOT_ACCEPTED = "Hồ sơ không được tiếp nhận"
TOLD_LEADS: dict[DecisionKind, str] = {
    K.REFUSE: "Nội dung bạn đã khai vẫn còn, có thể dùng lại cho hồ sơ mới.",
    K.SUSPEND: (
        "Hồ sơ vẫn được giữ nguyên. Thời gian tạm dừng không tính vào hạn trả; bạn "
        "chưa cần làm gì."
    ),
    K.RESUME: "Bạn chưa cần làm gì. Kết quả được trả trước {new_due}.",
    K.EXTEND: (
        "Chúng tôi xin lỗi vì chưa trả được đúng hẹn. Ngày hẹn mới: {new_due}. Bạn "
        "không phải nộp thêm gì."
    ),
    K.APOLOGISE: (
        "Chúng tôi xin lỗi vì trả muộn hơn ngày đã hẹn. Kết quả đã có, bạn không phải "
        "nộp thêm gì."
    ),
    K.STOP: "Hồ sơ này không được giải quyết tiếp. Nội dung đã khai vẫn còn.",
    K.TRANSFER: (
        "Nơi giải quyết bây giờ: {unit}. Mã hồ sơ giữ nguyên, bạn không phải nộp lại."
    ),
}
WHY = "Lý do"
ARTICLE = "Căn cứ"
WHAT_NEXT = "Bạn có thể"
BEFORE = "Đã hẹn"
AFTER = "Hẹn lại"
DECIDED_AT = "Lúc"
MONEY = "Tiền đã nộp"
MONEY_BACK = "Đang làm thủ tục hoàn trả. Bạn theo dõi ở phần phí, lệ phí của hồ sơ."

WHY_NOT: dict[str, str] = {
    "refuse_not_now": "Hồ sơ không ở bước có thể từ chối.",
    "suspend_not_now": "Chỉ tạm dừng được hồ sơ đang giải quyết.",
    "resume_not_now": "Hồ sơ không ở bước giải quyết.",
    "extend_not_now": "Chỉ gia hạn được hồ sơ đang giải quyết.",
    "apologise_not_now": (
        "Chỉ xin lỗi ở đây khi kết quả đã có. Hồ sơ đang giải quyết thì gia hạn và xin "
        "lỗi cùng lúc."
    ),
    "not_late": "Hồ sơ này không trễ hẹn nên không cần văn bản xin lỗi.",
    "apologised_already": "Văn bản xin lỗi đã được cấp. Giờ trả được kết quả.",
    "stop_not_now": "Hồ sơ không ở bước có thể dừng giải quyết.",
    "transfer_not_now": (
        "Chỉ chuyển đơn vị được khi hồ sơ chưa tiếp nhận. Sau đó hãy từ chối vì sai "
        "thẩm quyền."
    ),
    "suspended_already": "Hồ sơ đang tạm dừng.",
    "suspended_now": "Hồ sơ đang tạm dừng: giải quyết tiếp trước đã.",
    "not_suspended": "Hồ sơ không bị tạm dừng.",
    "no_promise": "Hồ sơ chưa có ngày hẹn trả.",
    "extended_already": "Hồ sơ đã gia hạn một lần, không gia hạn nữa.",
    "supplement_running": "Hạn bổ sung chưa qua nên chưa dừng được.",
    "decision_waiting": "Một quyết định đang chờ lãnh đạo.",
    "decision_decided": "Việc này đã có quyết định.",
    "step_forbids": "Quy trình của thủ tục không cho làm việc này ở bước hiện tại.",
    "not_decidable": "Hồ sơ không ở bước cần quyết định.",
    "not_taken": "Nhận việc trước khi trình quyết định.",
    "not_holder": "Người khác đang giữ bước này nên chỉ người đó hoặc lãnh đạo trình.",
    "new_due_passed": "Ngày hẹn mới không còn muộn hơn ngày đang hẹn: trình lại.",
    "changed_since": "Hồ sơ vừa thay đổi. Xem lại rồi bấm lần nữa.",
    "role": "Vai trò của bạn không trình quyết định ở bước này.",
    "four_eyes": "Người trình không tự đồng ý được (nguyên tắc bốn mắt).",
}
FAULTS: dict[str, str] = {
    F.KIND: "Chọn loại từ chối",
    F.UNIT: "Chọn đơn vị nhận",
    F.NEW_DUE: "Chọn ngày sau ngày đã hẹn và sau hôm nay",
    F.NEW_DUE_CLOSED: "Chọn một ngày làm việc: hôm đó cơ quan nghỉ",
    F.WHY_LATE: "Ghi vì sao xin lỗi muộn, ít nhất 5 chữ",
}
REQUIRED: dict[str, str] = {
    "ground": "Ghi lý do, ít nhất 10 chữ",
    "legal_basis": "Ghi căn cứ: điều, khoản, văn bản",
    "what_next": "Ghi việc người dân có thể làm, ít nhất 10 chữ",
    "new_due": "Nhập ngày hẹn mới, ví dụ 31/12/2026",
    "declined_reason": "Ghi lý do không đồng ý, ít nhất 5 chữ",
}
