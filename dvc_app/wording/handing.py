"""Words of what passes between officers: hand over, ask, send back, notes (O05)."""

from services.processing.step_models import Awaited, StepKind, Timing

# The quiet menu
MORE = "Việc khác"
FORWARD = "Chuyển xử lý"
ASK = "Xin ý kiến"
RETURN = "Trả lại bước trước"
REASSIGN = "Giao cho người khác"
ASK_FOR = "Xin nhận việc này"
NOTE = "Ghi chú nội bộ"
CONTROL_SLIP = "In phiếu kiểm soát (Mẫu 06)"
COLLECT = "Thu phí, lệ phí"
CANCEL = "Thôi"
SHORTCUT = "Phím tắt: Alt + N"
SHORTCUT_KEY = "n"

# Forms
LEADS: dict[str, str] = {
    "forward": (
        "Đồng nghiệp nhận bước này thay bạn, cùng ý kiến của bạn. Hạn của bước giữ nguyên "
        "hoặc sớm hơn."
    ),
    "ask_opinion": (
        "Người được hỏi chỉ thấy đầu hồ sơ, giấy tờ và câu hỏi. Bạn vẫn giữ hồ sơ."
    ),
    "return_step": (
        "Hồ sơ quay lại người đã làm bước đó; các bước ở giữa phải làm lại. "
        "Mọi ý kiến cũ vẫn còn trong lịch sử."
    ),
    "reassign": "Người được giao phải thuộc đơn vị và đúng vai trò của bước.",
    "ask_for": "Người đang giữ sẽ thấy lời đề nghị của bạn trên trang này.",
    "note": "Chỉ cán bộ của đơn vị đọc được. Người dân không bao giờ thấy ghi chú này.",
}
TITLES: dict[str, str] = {
    "forward": FORWARD,
    "ask_opinion": ASK,
    "return_step": RETURN,
    "reassign": REASSIGN,
    "ask_for": ASK_FOR,
    "note": NOTE,
}
TO_WHOM = "Người nhận"
CHOOSE = "Chọn một người"
OPINION = "Ý kiến của bạn"
OPINION_HINT = "Đã thấy gì, người nhận cần làm gì; ít nhất 5 chữ"
DUE = "Hạn"
DUE_HINT = "Ví dụ 31/12/2026; để trống là giữ hạn của bước"
DUE_ASK_HINT = "Ví dụ 31/12/2026"
OPTIONAL = "(không bắt buộc)"
UNIT = "Đơn vị của người được hỏi"
WHO = "Hỏi ai?"
NOBODY = "Đơn vị này chưa có cán bộ nào khác."
QUESTION = "Câu hỏi"
QUESTION_HINT = "Hỏi điều cần biết để làm tiếp; ít nhất 5 chữ"
BACK_TO = "Trả lại bước nào?"
REASON = "Lý do"
REASON_HINT = "Người nhận lại hồ sơ đọc lý do này; ít nhất 5 chữ"
WHY_ME = "Vì sao bạn cần"
NOTE_TEXT = "Nội dung ghi chú"
SEND: dict[str, str] = {
    "forward": "Chuyển hồ sơ",
    "ask_opinion": "Gửi câu hỏi",
    "return_step": "Trả lại",
    "reassign": "Giao việc",
    "ask_for": "Gửi đề nghị",
    "note": "Ghi",
}
WAY = "Chọn hướng đi tiếp"
WITHOUT = "Vì sao đi tiếp khi chưa đủ ý kiến"
WITHOUT_HINT = "Còn {count} câu hỏi chưa có trả lời"

# Wishes
WISH = "{name} xin nhận bước này từ bạn, lúc {moment}."
WISH_REASON = "Lý do: {reason}"
GIVE = "Giao cho {name}"
KEEP = "Giữ lại"
MY_WISH = "Bạn đã xin nhận bước này lúc {moment}; {name} chưa trả lời."
HOLDER = "{name} đang giữ hồ sơ từ {moment}. Bạn xem được, không sửa được."

# Tabs
TAB_TALK = "Trao đổi"
TAB_PAPERS = "Văn bản"
OPINIONS = "Ý kiến đã xin"
NO_OPINIONS = "Chưa xin ý kiến ai."
NOTES = "Ghi chú nội bộ"
NO_NOTES = "Chưa có ghi chú nào."
INTERNAL = "Người dân không thấy phần này"
ASKED = "Hỏi lúc {moment}, hạn {due}"
ANSWERED = "Trả lời lúc {moment}"
NO_ANSWER = "chưa trả lời"
LATE_ANSWER = "quá hạn trả lời"
CLOSED = "Đã đi tiếp khi chưa có trả lời: {reason}"
WITH_CITIZEN = "Trao đổi với người dân"
NO_PAPERS = "Hồ sơ chưa có văn bản nào của cơ quan."
WHY_DUE = "Vì sao là ngày này?"

# Step map
WAYS = "Đi tiếp được tới"
WAY_TO = "{name} → {step}"
RETURNED_TIMES = "Đã quay lại {count} lần"
FINANCIAL = "có nghĩa vụ tài chính"

# The step log
LOG = "Sổ giao nhận từng bước"
LOG_KINDS: dict[StepKind, str] = {
    StepKind.RECEIVED: "Tiếp nhận",
    StepKind.TAKEN: "Nhận việc",
    StepKind.HANDED_ON: "Chuyển bước sau",
    StepKind.RETURNED: "Trả lại",
    StepKind.REASSIGNED: "Chuyển người",
    StepKind.PAUSED: "Tạm dừng",
    StepKind.RESUMED: "Tiếp tục",
    StepKind.FINISHED: "Hoàn thành",
}
TIMINGS: dict[Timing, str] = {
    Timing.NONE: "",
    Timing.EARLY: "trước hạn",
    Timing.IN_TIME: "đúng hạn",
    Timing.LATE: "quá hạn",
}
AWAITED: dict[str, str] = {
    Awaited.SUPPLEMENT: "Chờ người dân bổ sung hồ sơ",
    Awaited.PAYMENT: "Chờ người dân nộp tiền",
}
LOG_WHEN = "Lúc"
LOG_WHAT = "Việc"
LOG_WHO = "Giao – nhận"
LOG_RESULT = "Kết quả"
LOG_NOTE = "Ghi chú"
FROM_TO = "{giver} → {taker}"

# Said after an act
DONE: dict[str, str] = {
    "forward": "Đã chuyển hồ sơ cho {name}.",
    "reassign": "Đã giao hồ sơ cho {name}.",
    "ask_opinion": "Đã gửi câu hỏi tới {count} người.",
    "return_step": "Đã trả hồ sơ về bước “{step}”.",
    "note": "Đã ghi chú.",
    "ask_for": "Đã gửi đề nghị tới người đang giữ.",
    "given": "Đã giao bước này cho người xin nhận.",
    "kept": "Bạn giữ lại bước này; người xin nhận đã được báo.",
}
CONFLICTS: dict[str, str] = {
    "no_opinions_here": "Quy trình không cho xin ý kiến ở bước này.",
    "nobody_to_ask": "Không còn ai khác giữ bước này. Bấm Nhận việc nếu bạn muốn làm.",
    "no_wish_for_step": "Đề nghị này đã được trả lời.",
    "opinion_closed": "Người hỏi đã đi tiếp; không cần trả lời nữa.",
    "role": "Bước này cần vai trò khác với vai trò của bạn.",
}
FAULTS: dict[str, str] = {
    "officer_missing": "Chọn người nhận",
    "officer_may_not_hold": (
        "Chọn người khác: người này không giữ được bước này (không đúng vai trò, "
        "hoặc theo nguyên tắc bốn mắt)"
    ),
    "officers_missing": "Chọn ít nhất một người để hỏi",
    "officers_unknown": "Chọn lại: có người không còn làm ở đơn vị",
    "due_after_step": "Chọn ngày không muộn hơn hạn của bước",
    "opinions_open": "Ghi lý do đi tiếp khi chưa có đủ ý kiến, hoặc chờ trả lời",
    "way_missing": "Chọn hướng đi tiếp",
    "way_unknown": "Chọn lại hướng đi tiếp",
    "return_where": "Chọn bước đã làm xong ở phía trước",
}
REQUIRED: dict[str, str] = {
    "reason": "Ghi lý do, ít nhất 5 chữ",
    "handover": "Ghi ý kiến, ít nhất 5 chữ",
    "question": "Ghi câu hỏi, ít nhất 5 chữ",
    "opinion_due": "Nhập hạn trả lời, ví dụ 31/12/2026",
    "note": "Ghi nội dung ghi chú",
    "answer": "Ghi ý kiến của bạn",
    "without": "Ghi lý do, ít nhất 5 chữ",
}

# The officer asked
ASKED_LIST = "Được xin ý kiến"
ASKED_LEAD = "Câu hỏi đồng nghiệp gửi cho bạn; câu cần trả lời trước đứng trên."
ASKED_EMPTY = "Chưa ai xin ý kiến của bạn."
ASKED_TITLE = "Cho ý kiến"
ASKED_BY = "{name} hỏi lúc {moment}"
ANSWER_BY = "Cần trả lời trước {due}"
ANSWER = "Ý kiến của bạn"
ANSWER_SEND = "Gửi ý kiến"
ANSWER_SENT = "Đã gửi ý kiến. Người hỏi thấy ngay trên hồ sơ."
YOUR_ANSWER = "Bạn đã trả lời lúc {moment}"
PAPERS_SHOWN = "Giấy tờ của hồ sơ"
NO_PAPERS_SHOWN = "Hồ sơ không có tệp nào để xem."
OPEN_LINE = "chờ bạn"
ANSWERED_LINE = "đã trả lời"
CLOSED_LINE = "không cần nữa"
COLUMN_CODE = "Hồ sơ"
COLUMN_QUESTION = "Câu hỏi"
COLUMN_DUE = "Hạn"
COLUMN_STATE = "Tình trạng"
COLUMN_BY = "Người hỏi"
BACK_TO_LIST = "Về danh sách câu hỏi"
