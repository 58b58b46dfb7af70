"""Words of withdrawing a dossier (Rút hồ sơ, C27), and of copying one."""

TITLE = "Rút hồ sơ"
AT_ONCE = (
    "Cơ quan chưa tiếp nhận nên hồ sơ được rút ngay. Hồ sơ đã rút không mở lại được; "
    "bạn có thể sao chép thành hồ sơ mới."
)
BY_REQUEST = (
    "Hồ sơ đã được tiếp nhận nên đây là đề nghị: cán bộ xem và trả lời. Cho đến khi "
    "đó, hồ sơ vẫn được giải quyết."
)
EFFECTS = "Khi rút hồ sơ"
FEE_NONE = "Phí, lệ phí: thủ tục này không thu, bạn không mất khoản nào."
FEE_SOME = (
    "Phí, lệ phí: khoản chưa nộp không phải nộp nữa. Khoản đã nộp được xét hoàn theo "
    "quy định của từng loại phí; cơ quan báo cho bạn."
)
PAPERS = "Giấy tờ điện tử đã gửi vẫn được lưu theo quy định và bạn vẫn xem được."
ORIGINALS = "Bản chính đã nộp: nhận lại tại {agency}, mang theo giấy tờ tùy thân."
REASON = "Lý do rút"
REASON_HINT = "Ví dụ: tôi không còn nhu cầu, tôi nộp nhầm thủ tục"
CODE_TITLE = "Xác nhận là bạn"
CODE_LEAD = "Mã 6 số sẽ được gửi đến {contact}."
CODE_FIRST = "Bấm “Gửi mã” để nhận mã 6 số, rồi nhập mã ấy ở đây"
SEND_CODE = "Gửi mã"
SENT_CODE = "Đã gửi mã đến {contact}."
RESEND = "Gửi lại mã"
CODE = "Nhập mã OTP"
NO_CONTACT = (
    "Tài khoản chưa có số điện thoại hay email, nên cổng sẽ hỏi lại mật khẩu khi bạn "
    "bấm nút dưới đây."
)
DO = "Rút hồ sơ"
DO_ASK = "Gửi đề nghị rút hồ sơ"
DOING = "Đang gửi…"
KEEP = "Không rút nữa"
DONE = "Hồ sơ đã được rút."
DONE_LINE = "Cơ quan không giải quyết hồ sơ này nữa. Giấy tờ bạn đã gửi vẫn được lưu."
ASKED = "Đã gửi đề nghị rút hồ sơ ngày {day}. Cơ quan trả lời tại trang hồ sơ này."
DECLINED = "Cơ quan chưa đồng ý cho rút: {reason}"
IMPOSSIBLE = "Hồ sơ này không rút được nữa."
IMPOSSIBLE_LINE = (
    "Hồ sơ đã có kết quả hoặc đã kết thúc. Nếu cần thay đổi, hỏi cơ quan đã giải quyết."
)
TO_DOSSIER = "Về hồ sơ"
WAIT = "Vừa gửi mã. Gửi lại được lúc {until}."

# Officer
CARD = "Đề nghị rút hồ sơ"
CARD_LINE = "Gửi lúc {moment}. Lý do: {reason}"
ACCEPT = "Đồng ý cho rút"
DECLINE = "Không đồng ý"
DECISION = "Lý do không đồng ý"
DECISION_HINT = "Chỉ cần khi không đồng ý; người dân đọc nguyên văn"
ACCEPTED_NOW = "Hồ sơ đã được rút theo đề nghị của người dân."
DECLINED_NOW = "Đã trả lời: hồ sơ tiếp tục được giải quyết."
LINKS = "Với người dân"
UNSEEN = "{count} tin mới"

# Copy
COPY_TITLE = "Sao chép thành hồ sơ mới"
COPY_LEAD = (
    "Bản nháp mới của cùng thủ tục, điền sẵn những gì bạn đã khai. Hồ sơ cũ không thay "
    "đổi."
)
COPY_ANSWERS = "{count} mục đã khai được điền sẵn"
COPY_FILES = "Chọn giấy tờ mang theo"
COPY_NO_FILES = "Hồ sơ cũ không có tệp nào dùng lại được."
COPY_DO = "Tạo bản nháp"
COPY_CLOSED = "Thủ tục này hiện không nhận hồ sơ trực tuyến nên chưa sao chép được."

CONFLICTS: dict[str, str] = {
    "not_withdrawable": IMPOSSIBLE,
    "no_wish": "Không còn đề nghị rút nào chờ quyết định.",
}
FAULTS: dict[str, str] = {
    "no_contact": NO_CONTACT,
    "withdraw_reason": "Ghi lý do rút, ít nhất 5 chữ",
    "decision_reason": "Ghi lý do không đồng ý, ít nhất 5 chữ",
}
