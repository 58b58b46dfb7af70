"""Words of supplements, for both sides (C22 “Hồ sơ yêu cầu bổ sung”, O06)."""

# The person's side
LIST_TITLE = "Hồ sơ yêu cầu bổ sung"
LIST_LEAD = (
    "Cơ quan cần bạn sửa hoặc gửi thêm. Thời gian giải quyết tạm dừng cho đến khi "
    "bạn gửi bổ sung."
)
NOTHING = "Không có hồ sơ nào chờ bạn bổ sung."
NOTHING_HINT = "Khi cơ quan cần thêm, hồ sơ hiện ở đây và bạn nhận được thông báo."
ASKED = "yêu cầu ngày {day}"
UNTIL = "Gửi trước ngày {day}"
PAST = "Đã quá hạn ngày {day}, bạn vẫn gửi được"
POINTS = "{count} điểm cần bổ sung"
DO_IT = "Bổ sung"

TITLE = "Bổ sung hồ sơ"
CLOCK = (
    "Thời gian giải quyết đang tạm dừng và chạy tiếp khi bạn gửi. "
    "Nội dung bạn điền tự lưu, chưa gửi thì cơ quan chưa thấy."
)
FROM = "{name} yêu cầu ngày {day}"
NOTE = "Lời nhắn của cơ quan"
DONE_COUNT = "Đã trả lời {done}/{all} điểm"
REASON = "Vì sao"
HOW_TO = "Cách sửa"
BEFORE = "Đã nộp"
NOW = "Bổ sung"
NOTHING_BEFORE = "Trước đây để trống"
NO_FILES_BEFORE = "Trước đây chưa có tệp"
IS_ANSWERED = "Đã trả lời"
IS_OPEN = "Chưa trả lời"
ANSWER = "Trả lời của bạn"
ANSWER_HINT = "Viết ngắn gọn, hoặc gửi kèm tệp."
REMARK = "Ghi chú cho cơ quan"
OPTIONAL = "(không bắt buộc)"
CHOOSE = "Chọn"
FIELD_HINT = "Sửa lại cho đúng; ô này kiểm tra như khi nộp hồ sơ."
SEND_FILE = "Gửi tệp cho {name}"
FREE_POINT = "Yêu cầu khác"
SAVED = "Đã lưu lúc {time}"
SEND = "Gửi bổ sung"
SENDING = "Đang gửi…"
ASK_BACK = "Chưa rõ? Hỏi cơ quan"
SENT = "Đã gửi bổ sung lúc {moment}. Cơ quan xem tiếp và báo lại cho bạn."
SENT_DUE = "Ngày hẹn trả mới: {due}."
SENT_CHECK = "Cơ quan kiểm tra trước {receive_by}."
CLOSED = "Hồ sơ này không còn chờ bổ sung."
CLOSED_LINE = (
    "Hồ sơ đã được rút, đã dừng hoặc bạn đã gửi bổ sung. Những gì bạn đã nộp vẫn "
    "được giữ nguyên; trang hồ sơ cho biết tình trạng hiện nay."
)
TO_DOSSIER = "Xem hồ sơ"
EARLIER = "Các lần bổ sung trước"
EARLIER_TITLE = "Lần {number}, gửi {moment}"
NOTHING_ASKED = "Cơ quan chưa yêu cầu bổ sung gì cho hồ sơ này."

# The office's side
OFFICER_TITLE = "Yêu cầu bổ sung"
OFFICER_LEAD = (
    "Nêu hết một lần. Thời gian giải quyết dừng từ lúc gửi; yêu cầu lần hai cần "
    "lãnh đạo duyệt."
)
PAPERS = "Giấy tờ"
FIELDS = "Thông tin đã khai"
OTHER = "Điều khác"
OTHER_TICK = "Yêu cầu điều khác không có trong danh sách"
TEMPLATE = "Lý do thường gặp"
TEMPLATE_NONE = "Tự viết"
TEMPLATE_HINT = "Điền sẵn hai ô dưới; bạn sửa lại được trước khi gửi"
GROUPS: dict[str, str] = {
    "submitter": "Thông tin người nộp",
    "dossier": "Thông tin hồ sơ",
}
CHOSEN = "Đã chọn {count}"
FIELDS_LEAD = "Mở từng phần của tờ khai để chọn mục cần sửa."
REASON_FIELD = "Lý do"
REASON_HINT = "Người dân sẽ đọc nguyên văn; ít nhất 5 chữ"
HOW_TO_FIELD = "Cách khắc phục"
HOW_TO_HINT = "Cần làm gì, ví dụ “Chụp lại cả bốn góc, nơi đủ sáng”"
DEADLINE = "Hạn bổ sung"
DEADLINE_HINT = "Một ngày làm việc, chậm nhất 90 ngày kể từ hôm nay"
NOTE_FIELD = "Lời nhắn chung"
WHY_AGAIN = "Vì sao lần trước chưa nêu"
WHY_AGAIN_HINT = (
    "Yêu cầu lần hai tính là trễ hạn; lãnh đạo đọc dòng này trước khi duyệt"
)
PREVIEW = "Xem như người dân"
PREVIEW_TITLE = "Người dân sẽ đọc"
PREVIEW_LEAD = "Chưa gửi. Xem lại từng chữ: người dân đọc đúng như dưới đây."
CHANGE = "Sửa lại"
AGAIN_NOTICE = "Đây là yêu cầu lần hai: lãnh đạo duyệt thì người dân mới nhận được."
ASK = "Gửi yêu cầu"
ASK_AGAIN = "Trình lãnh đạo duyệt"
ASKED_NOW = "Đã gửi yêu cầu. Thời gian giải quyết tạm dừng từ bây giờ."
WAITING_NOW = "Đã trình lãnh đạo. Yêu cầu gửi đi khi lãnh đạo đồng ý."
REQUESTS = "Các lần yêu cầu"
NO_REQUESTS = "Chưa có lần yêu cầu nào."
REQUEST = "Lần {number}"
BY = "{name}, {moment}"
STATUSES: dict[str, tuple[str, str]] = {
    "waiting": ("Chờ lãnh đạo duyệt", "tag tag--wait"),
    "asked": ("Chờ người dân", "tag tag--info"),
    "expired": ("Quá hạn bổ sung", "tag tag--late"),
    "answered": ("Đã bổ sung", "tag tag--done"),
    "declined": ("Lãnh đạo không duyệt", "tag"),
}
WHY_AGAIN_LINE = "Lý do yêu cầu thêm: {text}"
DECLINED_LINE = "{name} không duyệt: {reason}"
CONFIRMED_LINE = "{name} đã duyệt"
DUE_MOVED = "Hẹn trả chuyển từ {before} sang {after}"
CONFIRM = "Duyệt và gửi"
DECLINE = "Không duyệt"
DECLINE_REASON = "Lý do không duyệt"
CONFIRMED_NOW = "Đã gửi yêu cầu lần hai cho người dân."
DECLINED_NOW = "Đã trả lại yêu cầu; người dân không nhận được gì."
PROPOSE_STOP = (
    "Đã quá hạn bổ sung mà chưa có trả lời. Gọi cho người nộp; nếu không bổ sung, "
    "trình lãnh đạo dừng giải quyết (Mẫu 05). Hệ thống không tự dừng hồ sơ."
)
NEW_PART = "Mới"
TO_PROCESSING = "Về chi tiết hồ sơ"
WHY_NOT: dict[str, str] = {
    "supplement_open": "Đang chờ người dân trả lời yêu cầu đã gửi.",
    "supplement_waiting": "Một yêu cầu đang chờ lãnh đạo duyệt.",
    "not_in_process": "Hồ sơ không ở bước tiếp nhận hay giải quyết.",
    "suspended_now": "Hồ sơ đang tạm dừng: giải quyết tiếp trước đã.",
    "not_taken": "Nhận việc trước khi yêu cầu bổ sung.",
    "held_by": "Người khác đang giữ bước này nên chỉ người đó yêu cầu bổ sung được.",
    "role": "Vai trò của bạn không yêu cầu bổ sung ở bước này.",
    "supplement_decided": "Yêu cầu này đã có quyết định.",
    "four_eyes": "Người viết yêu cầu không tự duyệt được (nguyên tắc bốn mắt).",
}
REQUIRED: dict[str, str] = {
    "reason": "Ghi lý do, ít nhất 5 chữ",
    "how_to": "Ghi cách khắc phục, ít nhất 5 chữ",
    "declined_reason": "Ghi lý do không duyệt, ít nhất 5 chữ",
    "deadline": "Nhập hạn bổ sung, ví dụ 31/12/2026",
}
FAULTS: dict[str, str] = {
    "supplement_no_points": "Chọn ít nhất một điểm cần bổ sung",
    "supplement_too_many_points": "Gộp bớt: một yêu cầu có tối đa 40 điểm",
    "supplement_target_unknown": "Tải lại trang: một mục không có trong hồ sơ này",
    "supplement_deadline_past": "Chọn một ngày sau hôm nay",
    "supplement_deadline_far": "Chọn một ngày trong vòng 90 ngày",
    "supplement_deadline_closed": "Chọn một ngày làm việc: hôm đó cơ quan nghỉ",
    "supplement_why_again": "Ghi rõ vì sao lần trước chưa nêu, ít nhất 5 chữ",
    "supplement_not_answered": (
        "Sửa lại ô này; nếu bạn thấy đã đúng thì hỏi cơ quan trước khi gửi"
    ),
    "supplement_no_file": "Gửi ít nhất một tệp cho giấy tờ này",
    "answer_too_long": "Rút ngắn lại, ô này chứa tối đa 10.000 chữ",
}
