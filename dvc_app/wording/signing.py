"""What the pages of signing, drafting and returning results say."""

TITLE = "Trình ký"
LEAD = (
    "Kết quả chờ bạn duyệt và ký, việc sắp quá hạn ở trên. Đọc dự thảo, đánh dấu, "
    "rồi ký một lần cho tất cả."
)
EMPTY = "Không có kết quả nào chờ bạn ký."
NO_ROLE = "Trang này dành cho người ký kết quả của đơn vị."
NUMBER = "Số căn cước của người ký"
NUMBER_HINT = (
    "Dùng để tìm chứng thư số của bạn. Chứng thư phải mang đúng số và tên này."
)
SAVE_NUMBER = "Lưu số"
NUMBER_SAVED = "Đã lưu. Bạn có thể ký."
READ = "Đọc dự thảo"
OPEN = "Mở hồ sơ"
DUE = "Hẹn trả {day}"
NO_DUE = "Chưa có ngày hẹn"
PAPER = "Bản giấy: duyệt tại trang hồ sơ"
CORRECTION = "Đính chính kết quả đã cấp"
UNDER_WAY = "Đang ký"
TICK_ALL = "Chọn tất cả"
TICK_MOST = "Mỗi lần ký nhiều nhất 20 kết quả, việc sắp quá hạn trước."
LEFT_OPEN = "Lần ký bằng USB ký số này chưa xong. Chưa có kết quả nào được ký."
GO_ON = "Ký tiếp"
LEAVE = "Bỏ lần ký này"
NOTHING_CHOSEN = "Bạn chưa chọn kết quả nào. Đánh dấu ít nhất một kết quả rồi ký."
SIGN_REMOTE = "Duyệt và ký bằng SmartCA"
SIGN_TOKEN = "Ký bằng USB ký số"  # noqa: S105
SENDING = "Đang gửi yêu cầu ký…"
LAST = "Lần ký gần nhất"
COMPARE = "Mã đối chiếu"
COMPARE_LEAD = "Mở ứng dụng SmartCA trên điện thoại, xem mã có giống mã dưới đây không rồi xác nhận."
WINDOW = "Mở cửa sổ của môi trường thử"
BACK = "Muốn trả lại, mở hồ sơ và chọn trả bước trước kèm lý do."
TOKEN = {
    "looking": "Đang tìm USB ký số trên máy này…",
    "pin": "Nhập mã PIN ở cửa sổ của chương trình ký số. Một mã PIN cho cả lô.",
}
TOKEN_FAILED = {
    -1: "signer_absent",
    1: "signer_cancelled",
    2: "signer_blocked",
    3: "signer_no_token",
    4: "signer_timed_out",
}
STATES = {
    "asked": "Đang chuẩn bị",
    "waiting": "Chờ xác nhận",
    "kept": "Dịch vụ ký chưa trả lời, cổng sẽ tự gửi lại",
    "signed": "Đã ký",
    "refused": "Bạn đã từ chối trên điện thoại. Có thể ký lại",
    "expired": "Hết thời gian chờ, chưa ký. Có thể ký lại",
    "failed": "Chưa ký được",
}
NOT_SIGNED = "Chưa ký. Có thể ký lại"
TAGS = {
    "signed": "tag tag--done",
    "refused": "tag tag--late",
    "expired": "tag tag--late",
    "failed": "tag tag--late",
}
WHY = {
    "changed_since": "Hồ sơ vừa thay đổi trong lúc ký. Đọc lại dự thảo rồi ký lại.",
    "signing_service_refused": (
        "Dịch vụ ký số không nhận yêu cầu. Chưa có gì được ký, bạn thử lại sau."
    ),
    "signing_service_down": (
        "Chưa kiểm tra được chứng thư số vì tổ chức chứng thực không trả lời. "
        "Chưa có gì được ký, bạn thử lại sau ít phút."
    ),
    "signing_left_out": "Tài liệu này được bỏ ra khi xác nhận.",
    "signer_absent": (
        "Không thấy chương trình ký số trên máy này. Mở chương trình rồi ký lại."
    ),
    "signer_cancelled": "Bạn đã hủy ở cửa sổ chương trình ký số.",
    "signer_blocked": "USB ký số đã bị khóa vì sai mã PIN.",
    "signer_no_token": "Chưa cắm USB ký số. Cắm thiết bị rồi ký lại.",
    "signer_timed_out": "Hết thời gian chờ nhập mã PIN. Bạn ký lại khi sẵn sàng.",
}
REFUSALS = {
    "being_signed": "Kết quả này đang được ký ở một cửa sổ khác. Chờ xong rồi xem lại.",
    "not_in_process": "Hồ sơ không còn ở bước ký. Danh sách đã được đọc lại.",
    "not_presented": "Hồ sơ chưa được trình ký. Danh sách đã được đọc lại.",
    "result_on_paper": "Kết quả này là bản giấy, duyệt tại trang hồ sơ.",
    "changed_since": "Hồ sơ vừa thay đổi. Đọc lại dự thảo rồi ký.",
    "held_by": "Hồ sơ này do {name} đang giữ.",
    "not_by_token": "Lần ký này không dùng chữ ký trên thiết bị. Bắt đầu ký lại.",
    "nothing_issued": "Hồ sơ chưa cấp kết quả nào để đính chính.",
    "dossier": "Không có hồ sơ này ở đơn vị của bạn.",
}

BY_SIGNATURE = "Kết quả điện tử: duyệt bằng cách ký số ở trang Trình ký."
TO_SIGNING = "Mở trang Trình ký"
WRITE_DRAFT = "Soạn từ mẫu"
CORRECT = "Đính chính kết quả"
FORM = "Kết quả này là"
FORM_PAPER = "Kết quả bản giấy, ký tay và đóng dấu"
FORM_DIGITAL = "Bản điện tử, lãnh đạo ký số"
ATTACHED_DRAFT = "Số được ghi khi ký. Đính kèm lúc {moment}"
PENDING = (
    "Bản đính chính đang chờ lãnh đạo ký, bản này vẫn có hiệu lực. Lý do: {reason}"
)
DROP = "Rút bản đính chính"
DROPPED = "Đã rút bản đính chính. Bản đã cấp vẫn có hiệu lực."
NOT_PENDING = "Không còn bản đính chính nào chờ ký."
DRAFT_TITLE = "Dự thảo kết quả"
DRAFT_LEAD = (
    "Chọn mẫu, sửa nội dung, xem trước rồi đính kèm. Số và ngày được ghi khi ký."
)
CORRECT_TITLE = "Đính chính kết quả đã cấp"
CORRECT_LEAD = "Bản mới thay bản đã cấp khi lãnh đạo ký. Bản cũ hết hiệu lực và người dân được báo."
TEMPLATE = "Mẫu"
FIELDS = {
    "title": "Tên văn bản",
    "series": "Ký hiệu",
    "about": "Trích yếu",
    "basis": "Căn cứ, mỗi dòng một căn cứ",
    "body": "Nội dung, mỗi dòng một đoạn",
    "recipients": "Nơi nhận, mỗi dòng một nơi",
    "signer_title": "Chức vụ người ký",
}
REASON = "Lý do đính chính"
PREVIEW = "Xem trước bản PDF"
ATTACH = "Đính kèm dự thảo"
PROPOSE = "Trình lãnh đạo ký đính chính"
ATTACHED = "Đã đính kèm dự thảo. Hoàn thành bước để trình ký."
PROPOSED = "Đã trình. Bản cũ vẫn có hiệu lực cho đến khi lãnh đạo ký bản mới."
NO_TEMPLATES = "Chưa có mẫu kết quả nào đang dùng. Bạn tải lên bản PDF đã soạn."
NOT_OPEN = "Hồ sơ này không ở bước bạn soạn được kết quả."
TO_DOSSIER = "Về hồ sơ"

RETURN_TITLE = "Chờ trả kết quả"
RETURN_LEAD = (
    "Kết quả đang giữ tại quầy, chờ lâu nhất ở trên. Nhập mã hồ sơ hoặc quét mã trên "
    "thẻ căn cước để tìm mọi kết quả của một người."
)
FIND = "Mã hồ sơ hoặc số căn cước"
FIND_BUTTON = "Tìm"
FOUND_NONE = "Không có kết quả nào chờ trả cho người này ở đơn vị của bạn."
NONE_READY = "Không có kết quả nào chờ trả."
WAITED = "Chờ {days} ngày"
REMINDED = "Đã nhắc lần ngày thứ {day}"
UNPAID = "Chưa nộp phí"
TO_TILL = "Thu phí"
LATE = "Trả muộn: xin lỗi trước rồi mới trả"
TO_APOLOGY = "Lập văn bản xin lỗi"
BY_POST = "Trả qua bưu chính"
RECEIVER = "Họ tên người nhận"
WHO = "Ai đến nhận"
OWNER = "Chủ hồ sơ hoặc người nộp"
AUTHORISED = "Người được ủy quyền"
RECEIVER_PAPER = "Số giấy tờ đã xuất trình"
RELATION = "Nhận thay theo"
RELATION_HINT = "Ví dụ: giấy ủy quyền ngày 20/11/2026, con ruột có giấy khai sinh."
WHO_CAME = "Người khác nhận thay, giấy tờ đã xuất trình"
PROOF = "Xác nhận đã nhận"
PROOF_HINT = "Ví dụ: đã ký phiếu hẹn."
RETURN_ALL = "Trả các kết quả đã chọn"
RETURNED = "Đã trả {count} kết quả cho {name}."
LEFT = "{code}: {why}"
RETURN_REFUSALS = {
    "unpaid": "chưa nộp đủ phí, thu phí trước khi trả.",
    "apology_first": "trả muộn: lập văn bản xin lỗi trước khi trả.",
    "no_result_yet": "chưa có kết quả để trả.",
    "returned_by": "đồng nghiệp đã trả kết quả này.",
    "dossier": "không có ở đơn vị của bạn.",
    "result": "chưa có kết quả để trả.",
}
HANDOVER = "Người nhận xuất trình giấy tờ số {paper}"
BY_POST = "Bưu điện đã phát bưu gửi {parcel} tới người nhận"
SIGNED_BY = "{name} ký số lúc {moment}"
CORRECTED = "Bản đính chính, thay bản đã cấp trước. Lý do: {reason}"
