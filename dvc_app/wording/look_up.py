"""Words of the look-up without signing in (C16)."""

from services.core.faults import Fault

TITLE = "Tra cứu hồ sơ"
ASK = "Nhập mã hồ sơ in trên giấy biên nhận và phiếu hẹn trả kết quả"
CODE = "Mã hồ sơ"
HINT = "Ví dụ {example}. Chữ thường, dấu cách hay thiếu dấu chấm đều được."
SEARCH = "Tìm kiếm"
SEARCHING = "Đang tìm…"
AGAIN = "Tra cứu mã khác"
WHEN_DONE = "Bao giờ xong?"
OWNER = "Chủ hồ sơ"
PROCEDURE = "Thủ tục"
AGENCY = "Cơ quan giải quyết"
SUBMITTED = "Nộp ngày"
RECEIVED = "Tiếp nhận"
DUE = "Hẹn trả"
STATUS = "Trạng thái"
FACTS = "Thông tin hồ sơ"
TIMELINE = "Hồ sơ đã đi qua"
COMING = "Trả kết quả"
MASKED = (
    "Vì ai có mã cũng xem được trang này, tên chủ hồ sơ được che bớt và giấy tờ không "
    "hiện ra. Đăng nhập để xem đầy đủ hồ sơ của bạn."
)
OPEN_OWN = "Mở hồ sơ của tôi"
ABOUT_PROCEDURE = "Xem thủ tục"
LIVE = "Trang tự cập nhật khi hồ sơ có thay đổi."
PLAIN = "Xem trang đơn giản, không cần JavaScript"
FULL = "Mở trang đầy đủ"
PRINT = "In trang này"

# ‹Bao giờ xong?›
WAITING_RECEPTION = "Cơ quan kiểm tra hồ sơ trước {receive_by}, khi đó bạn có ngày hẹn."
PROMISED = "Trước {due}"
PROMISED_LATE = "Đã quá hẹn {due}"
NO_DATE = "Chưa có ngày hẹn"
DONE = "Đã có kết quả ngày {finished}"
RETURNED = "Đã trả lúc {returned}"
ENDED = "Hồ sơ đã dừng, không còn ngày hẹn"
PAUSED = "Tạm dừng, chờ bạn"
SUSPENDED = "Đang tạm dừng. Ngày hẹn sẽ lùi đúng bằng thời gian tạm dừng."
USUAL = (
    "Cơ quan này thường xong sau {median} ngày; 10 hồ sơ thì 8 hồ sơ xong trong {most} "
    "ngày (90 ngày qua, {count} hồ sơ)."
)
USUALLY_LATE = "{percent}% số đó trễ hẹn."
NEVER_LATE = "Không hồ sơ nào trong số đó trễ hẹn."
TOO_FEW = (
    "90 ngày qua cơ quan này giải quyết chưa đủ 10 hồ sơ loại này để nói thường mất "
    "bao lâu."
)
LATE_HELP = "Cơ quan phải xin lỗi và hẹn lại. Bạn có thể gọi tổng đài {hotline} để hỏi."

NOT_FOUND = "Không tìm thấy hồ sơ có mã {code}"
NOT_FOUND_HELP = (
    "Xem lại từng chữ số trên giấy biên nhận; số 0 và chữ O rất dễ nhầm.",
    "Hồ sơ vừa nộp có thể cần vài phút mới tra cứu được.",
    (
        "Hồ sơ nộp ở tỉnh khác hoặc cho bộ, ngành: tra cứu tại Cổng Dịch vụ công quốc "
        "gia (dichvucong.gov.vn) hoặc trang của nơi đã nhận."
    ),
    "Bản nháp chưa nộp không có mã; xem trong mục Hồ sơ của tôi.",
)
WHAT_A_CODE_IS = "Mã hồ sơ trông như thế nào?"
PARTS = (
    ("{agency}", "mã cơ quan nhận hồ sơ"),
    ("{day}", "ngày nộp: năm, tháng, ngày"),
    ("{number}", "số thứ tự trong ngày, từ 4 chữ số"),
)
WHERE_IT_IS = "Mã in ở đầu giấy biên nhận, phiếu hẹn trả và trong tin nhắn của cổng."
CALL = "Vẫn không thấy? Gọi tổng đài {hotline}, {hours}."
PROBLEMS: dict[str, str] = {
    Fault.REQUIRED: "Nhập mã hồ sơ, ví dụ {example}",
    Fault.DOSSIER_CODE_FORMAT: "Nhập đủ mã hồ sơ theo dạng {example}",
    "picture_needed": "Bạn đã tra cứu vài lần liền. Xác nhận bạn là người để tra tiếp.",
    "picture_wrong": "Mã trong hình chưa đúng. Đã đổi hình mới, vui lòng nhập lại.",
}
PROOF_TITLE = "Xác nhận bạn là người"
PROOF_WHY = (
    "Mã hồ sơ có thể đoán được, nên sau vài lần tra cứu liền nhau cổng hỏi thêm "
    "bước này để giữ riêng tư cho mọi người."
)
