"""Words of one procedure (C09)."""

from services.procedures.models import CaseKind, Channel, FeeKind

TITLE = "Chi tiết thủ tục"
APPLY = "Nộp hồ sơ trực tuyến"
CHECKLIST = "In danh mục giấy tờ"
ANSWERS = "Trả lời nhanh"
HOW_LONG = "Bao lâu"
HOW_MUCH = "Bao nhiêu tiền"
WHO = "Ai được nộp"
WHO_UNKNOWN = "Theo quy định của thủ tục"
RESULT = "Nhận kết quả gì"
RESULT_UNKNOWN = "Văn bản trả lời của cơ quan"
WHERE = "Làm ở đâu"
WHERE_MANY = "Bộ phận Một cửa của một trong {count} nơi nhận, như {name}"
PAPERS = "Giấy tờ cần có"
PAPERS_NONE = "Danh mục quốc gia không ghi giấy tờ nào. Hỏi cơ quan trước khi đi nộp."
REQUIRED_LEGEND = "Giấy tờ có dấu * luôn phải có; giấy tờ khác tùy trường hợp."
CASE_KINDS: dict[CaseKind, str] = {
    CaseKind.SUBMIT: "Phải nộp",
    CaseKind.PRESENT: "Mang theo để xuất trình rồi nhận lại",
    CaseKind.WHEN: "Chỉ khi: {name}",
    CaseKind.NOTE: "Lưu ý",
}
CASE_NAMED = "{kind}: {name}"
ORIGINALS = "{count} bản chính"
COPIES = "{count} bản sao"
IS_FORM = "Mẫu đơn, tờ khai"
SAMPLE = "Mẫu: {names}"
FEES = "Phí, lệ phí"
FEES_NONE = "Không ghi khoản thu nào. Hỏi cơ quan nếu bạn được yêu cầu nộp tiền."
FEE_KINDS: dict[FeeKind, str] = {FeeKind.FEE: "Phí", FeeKind.CHARGE: "Lệ phí"}
FEE_UNKNOWN = "Cần xác nhận với cơ quan"
RELIEFS = "Miễn, giảm cho: {grounds}"
FEE_SOME = "Từ {least} đến {most}"
FREE = "Không thu phí"
COLUMN_FEE, COLUMN_AMOUNT, COLUMN_WHEN = "Khoản thu", "Số tiền", "Áp dụng"
CHANNELS = "Nộp bằng cách nào"
CHANNEL_NAMES: dict[Channel, str] = {
    Channel.ONLINE: "Trực tuyến",
    Channel.DIRECT: "Tại quầy",
    Channel.POSTAL: "Qua bưu điện",
}
ANY_CHANNEL = "Mọi hình thức"
UNITS = "Nơi nhận hồ sơ"
UNITS_COUNT = "{count} nơi nhận"
UNITS_SHOWN = "Hiện {shown} trong {count} nơi. Gõ tên xã, phường để tìm nơi của bạn."
UNIT_SEARCH = "Tìm xã, phường hoặc sở của bạn"
UNITS_NONE = "Danh mục chỉ ghi: {agency}."
UNITS_UNKNOWN = "Chưa rõ nơi nhận. Gọi tổng đài {hotline}."
UNIT_NO_MATCH = "Không có nơi nào tên như vậy."
PHONE = "Điện thoại"
OFFICIAL = "Văn bản chính thức: trình tự, điều kiện, căn cứ pháp lý"
OFFICIAL_LOADING = "Đang tải văn bản…"
STEPS = "Trình tự thực hiện"
REQUIREMENTS = "Yêu cầu, điều kiện"
LEGAL = "Căn cứ pháp lý"
AGENCY = "Cơ quan thực hiện"
PROMULGATED = "Cơ quan công bố"
NOT_SAID = "Danh mục quốc gia không ghi."
CODE = "Mã thủ tục {code}"

SUSPENDED = "Thủ tục đang tạm dừng nhận hồ sơ."
SUSPENDED_SINCE = "Thủ tục tạm dừng nhận hồ sơ từ ngày {day}."
AT_NATIONAL = (
    "Thủ tục này nộp tại Cổng Dịch vụ công quốc gia. Bạn tìm theo mã {code} ở đó; "
    "đăng nhập bằng tài khoản định danh của bạn."
)
NATIONAL_LINK = "Mở Cổng Dịch vụ công quốc gia"
NATIONAL_ADDRESS = "https://dichvucong.gov.vn"
AT_COUNTER = (
    "Thủ tục này chưa nộp trực tuyến được. Mang giấy tờ đến một trong các nơi nhận dưới "
    "đây; in danh mục để chuẩn bị cho đủ."
)
ELSEWHERE = "Thủ tục này do {agency} công bố, chỉ để xem. Tỉnh này không nhận hồ sơ."

MISSING = "Không có thủ tục mã {code}"
MISSING_WHY = "Thủ tục có thể đã được thay thế, đổi mã hoặc bãi bỏ. Tìm theo tên:"
SEE_ALL = "Xem tất cả thủ tục"
