"""Words of declarations at the civil status registry, beside a dossier (O05)."""

from services.civil_status.models import CaseState

CARD = "Hộ tịch điện tử (Bộ Tư pháp)"
STATES: dict[str, tuple[str, str]] = {
    CaseState.WAITING: ("Đã gửi, chờ xử lý", "tag tag--wait"),
    CaseState.SUPPLEMENT: ("Họ yêu cầu bổ sung", "tag tag--late"),
    CaseState.ELIGIBLE: ("Đủ điều kiện, đang vào sổ", "tag"),
    CaseState.DONE: ("Đã vào sổ", "tag tag--done"),
    CaseState.REFUSED: ("Họ từ chối", "tag tag--late"),
    CaseState.FAULT: ("Họ không đọc được tờ khai", "tag tag--late"),
    CaseState.LOST: ("Họ không còn thấy tờ khai", "tag tag--late"),
}
PLAIN: dict[str, str] = {
    CaseState.WAITING: "Tờ khai đã sang hệ thống hộ tịch. Kết quả được hỏi lại năm phút một lần.",
    CaseState.SUPPLEMENT: (
        "Xem họ cần gì. Nếu cần người dân bổ sung thì gửi yêu cầu bổ sung như thường; xong thì "
        "ghi lời trả lời và gửi lại tờ khai ở đây."
    ),
    CaseState.ELIGIBLE: "Chưa phải làm gì. Kết quả sẽ tự về.",
    CaseState.DONE: (
        "Số, quyển, trang và bản giấy đã về hồ sơ. Đây mới là dự thảo: cán bộ thụ lý đính kèm, "
        "lãnh đạo duyệt như mọi kết quả."
    ),
    CaseState.REFUSED: (
        "Họ không đăng ký việc này. Đọc lý do rồi trình từ chối hồ sơ hoặc liên hệ Sở Tư pháp."
    ),
    CaseState.FAULT: "Ghi điều đã sửa rồi gửi lại tờ khai. Hồ sơ ở đây không bị mất gì.",
    CaseState.LOST: (
        "Họ đã nhận nhưng giờ không tìm thấy. Gửi lại tờ khai; nếu vẫn vậy, báo đơn vị vận hành."
    ),
}
THEIR_WORDS = "Lời của họ"
SUPPLEMENT_BY = "Hạn bổ sung"
DECLARED = "Gửi lúc"
ASKED = "Hỏi lần cuối"
NUMBER, BOOK, PAGE = "Số", "Quyển số", "Trang số"
PERSONAL_NUMBER = "Số định danh cá nhân"
REGISTERED_ON = "Ngày đăng ký"
REGISTRAR = "Người xử lý"
PAPER = "Bản giấy hộ tịch (PDF)"
PAPER_CHECKED = "Bản PDF đang được kiểm tra, chờ một lát."
PAPER_REFUSED = (
    "Bản PDF họ gửi không mở được an toàn nên không dùng. Lấy bản khác từ hệ thống hộ tịch rồi "
    "đính kèm bằng tay."
)
ATTACH_PAPER = "Dùng làm kết quả (đã ký ở hệ thống hộ tịch)"
ATTACH_DIGITAL = "Dùng làm kết quả, lãnh đạo ký số tại đây"
ATTACHED_NOW = "Đã đính kèm kết quả số {number}. Hồ sơ chờ lãnh đạo duyệt."
NOTE = "Trả lời họ"
NOTE_HINT = "Ví dụ: đã đối chiếu ngày cấp Giấy chứng sinh, đúng ngày 01/11/2026."
NOTE_REQUIRED = "Ghi từ 5 đến 500 chữ: đã sửa hoặc đã đối chiếu điều gì."
REPEAT = "Gửi lại tờ khai"
REPEATED_NOW = "Đã gửi lại tờ khai. Kết quả sẽ tự về."
NOT_YET = (
    "Tờ khai đang chờ gửi sang hệ thống hộ tịch. Xem thẻ “Đồng bộ” ở dưới nếu chờ lâu."
)
NOT_TAKEN = "Hệ thống hộ tịch không nhận tờ khai."
OPEN_MESSAGE = "Mở tin để sửa rồi gửi"
TAKE_FIRST = "Cán bộ thụ lý nhận việc trước, rồi dùng bản này làm kết quả tại đây."
CONFLICTS: dict[str, str] = {
    "no_entry": "Kết quả từ hệ thống hộ tịch chưa về đủ. Trang đã hiện bản mới nhất.",
    "result_attached": "Hồ sơ đã có kết quả. Gỡ kết quả cũ trước nếu muốn thay.",
    "not_in_process": "Hồ sơ không còn ở bước xử lý nên không đính kèm được nữa.",
    "not_handler": "Chỉ cán bộ đang thụ lý hồ sơ này được đính kèm kết quả.",
    "no_declaration": "Tờ khai của hồ sơ này chưa được gửi lần nào.",
}

# What they answer to a declaration, by their code (contracts 5.2)
ANSWERS: dict[str, str] = {
    "100": "Họ không nhận khóa truy cập của tỉnh. Báo quản trị viên; gửi lại không giúp được.",
    "101": "Họ chưa mở cửa cho máy chủ của tỉnh. Báo quản trị viên; gửi lại không giúp được.",
    "106": "Mã đơn vị đăng ký không đúng. Báo quản trị viên sửa mã đơn vị trong cấu hình.",
    "108": "Mã tỉnh không đúng. Báo quản trị viên sửa cấu hình.",
    "200": "Tờ khai còn thiếu thông tin. Bổ sung rồi bấm “Sửa rồi gửi”.",
    "201": "Họ không tìm thấy hồ sơ này.",
    "302": "Họ không đọc được tờ khai vì sai kiểu dữ liệu. Báo đơn vị vận hành.",
    "500": "Thông tin trong tờ khai không đúng. Sửa rồi bấm “Sửa rồi gửi”.",
}
