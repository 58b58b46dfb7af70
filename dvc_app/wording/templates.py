"""Words of the texts an office writes again and again (A08 “Mẫu văn bản”)."""

from services.templates.models import TemplateKind, TemplateState

TITLE = "Mẫu văn bản, thông báo"
LEAD = (
    "Lý do, căn cứ và tin nhắn mà người dân đọc. Bản mới chỉ dùng khi một quản trị viên "
    "khác đọc và ban hành; bản đã ban hành không bị sửa, chỉ có bản thay thế."
)
KIND = "Loại văn bản"
KINDS: dict[TemplateKind, str] = {
    TemplateKind.NOT_ACCEPTED: "Lý do không chấp nhận giấy tờ",
    TemplateKind.SUPPLEMENT: "Yêu cầu bổ sung",
    TemplateKind.REFUSAL: "Từ chối hồ sơ",
    TemplateKind.EXTENSION: "Xin lỗi, gia hạn",
    TemplateKind.STOP: "Dừng giải quyết",
    TemplateKind.RESULT: "Dự thảo kết quả",
    TemplateKind.MESSAGE: "Tin nhắn, thư điện tử",
}
STATES: dict[TemplateState, tuple[str, str]] = {
    TemplateState.DRAFT: ("Bản của hệ thống", "tag"),
    TemplateState.PROPOSED: ("Chờ ban hành", "tag tag--wait"),
    TemplateState.PUBLISHED: ("Đã ban hành", "tag tag--done"),
    TemplateState.WITHDRAWN: ("Đã thu hồi", "tag tag--late"),
}
NAME = "Tên"
PROCEDURE = "Thủ tục"
EVERY_PROCEDURE = "Mọi thủ tục"
STATE = "Tình trạng"
ACT = "Mở"
OPEN = "Mở"
OPEN_ONE = "Mở mẫu {name}"
CAPTION = "Các mẫu văn bản"
EMPTY = "Chưa có mẫu nào thuộc loại này."
BACK = "Về danh sách"
VERSIONS = "Các phiên bản"
VERSION = "Bản {number}, dùng từ {day}"
BY = "{name} viết {moment}"
REVIEWED = "{name} đọc"
SYSTEM = "Hệ thống"
EDIT_TITLE = "Viết bản mới"
TITLE_FIELD = "Tên trong danh sách"
SUBJECT = "Tiêu đề thư"
BODY = "Nội dung"
HOW_TO = "Người dân cần làm gì"
LEGAL_BASIS = "Căn cứ"
VALID_FROM = "Dùng từ ngày"
VALID_FROM_HINT = "Để trống: từ hôm nay. Dạng 31/12/2026"
VARIABLES = "Biến dùng được: {names}"
NO_VARIABLES = "Mẫu này không dùng biến."
SEE = "Xem thử"
PREVIEW = "Người dân sẽ đọc"
LENGTH = "Gửi bằng SMS: {letters}/{most} ký tự, kể cả tên cổng và đường dẫn."
LENGTH_OVER = (
    "Tin dài {letters} ký tự khi gửi, quá một tin SMS {most} ký tự. Rút ngắn "
    "{over} ký tự rồi gửi lại."
)
PROPOSE = "Gửi để ban hành"
SENDING = "Đang gửi…"
PROPOSED = "Đã lưu bản mới. Bản này chờ một quản trị viên khác ban hành."
PUBLISH = "Ban hành"
PUBLISHED = "Đã ban hành. Bản này được dùng từ ngày đã ghi."
WITHDRAW = "Thu hồi"
WITHDRAWN = "Đã thu hồi. Bản trước đó được dùng lại."
TRY = "Gửi thử cho tôi"
TRIED = "Đã gửi thử đến điện thoại và thư điện tử của bạn."
TRIED_NOWHERE = "Chưa gửi được: tài khoản của bạn chưa có số điện thoại, thư điện tử."
FORMS_TITLE = "Bộ mẫu phiếu đang dùng"
FORMS_LEAD = (
    "Mỗi hồ sơ dùng bộ mẫu có hiệu lực ngày nộp, cho đến khi xong. Bộ mẫu thay đổi theo "
    "thông tư, cùng bản cập nhật của phần mềm."
)
FORMS_SET = "Thông tư"
FORMS_SINCE = "Dùng từ"
FORMS_UNTIL = "Đến"
FORMS_OPEN = "nay"
FORMS_LIST = "Các mẫu"
FORMS_ONE = "Mẫu {number}: {name}"
FORMS: dict[str, str] = {
    "receipt": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "supplement": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    "refusal": "Phiếu từ chối tiếp nhận, giải quyết hồ sơ",
    "extension": "Văn bản xin lỗi và đề nghị gia hạn",
    "stop": "Thông báo dừng giải quyết hồ sơ",
    "control": "Phiếu kiểm soát quá trình giải quyết hồ sơ",
}
# An invented person, for previews and trials.
SAMPLE: dict[str, str] = {
    "paper": "Giấy chứng sinh",
    "code": "H55.242-261122-0001",
    "procedure": "Đăng ký khai sinh",
    "unit": "Ủy ban nhân dân phường Mẫu",
    "hotline": "0208 000 1022",
    "due": "17:00 ngày 05/12/2026",
    "new_due": "17:00 ngày 12/12/2026",
    "name": "Nguyễn Văn Mẫu",
    "born": "31/12/1990",
    "address": "Số 1 đường Mẫu",
    "number": "12/GP-UBND",
    "dossier": "Hồ sơ H55.242-261122-0001",
    "until": " trước 17:00 ngày 05/12/2026",
    "day": "17:00 ngày 05/12/2026",
}
