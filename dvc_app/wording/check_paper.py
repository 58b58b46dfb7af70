"""Words of the page that says whether a printed sheet is genuine (C27)."""

from services.papers.check_keys import PaperKind

TITLE = "Kiểm tra giấy tờ"
GENUINE = "Giấy tờ này do Cổng Dịch vụ công cấp"
NOT_GENUINE = "Không tìm thấy giấy tờ này"
NOT_GENUINE_HELP = (
    "Mã trên giấy không đúng hoặc bị sửa. Nếu bạn vừa quét mã QR, hãy quét lại ở nơi "
    "đủ sáng, giữ giấy phẳng. Nếu vẫn vậy, đừng dùng giấy này và gọi tổng đài "
    "{hotline} để hỏi."
)
TOO_OFTEN = (
    "Có quá nhiều lần kiểm tra sai từ mạng này. Chờ vài phút rồi quét lại mã QR. "
    "Giấy tờ của bạn không bị ảnh hưởng."
)
COMPARE = (
    "So các dòng dưới đây với tờ giấy trên tay bạn. Nếu có dòng khác nhau, tờ giấy đã "
    "bị sửa."
)
KIND = "Loại giấy"
NUMBER = "Mã hồ sơ"
RESULT = "Số, ký hiệu"
RECEIPT = "Số biên lai"
AMOUNT = "Số tiền"
NO_DOSSIER = "Hồ sơ chưa gửi khi lập biên lai"
UNIT = "Nơi cấp"
ISSUED = "Cấp lúc"
FORCE = "Hiệu lực"
IN_FORCE = "Còn hiệu lực"
NOT_IN_FORCE = "Không còn hiệu lực: việc ghi trên giấy đã kết thúc hoặc đã dừng"
INITIALS = "Chữ cái đầu của tên người đứng tên"
NO_MORE = "Trang này không cho biết thêm dữ liệu cá nhân nào."
FOLLOW = "Xem hồ sơ đang ở bước nào"
AT = "Kiểm tra lúc {at}."
KINDS: dict[PaperKind, str] = {
    PaperKind.ACKNOWLEDGEMENT: "Thông báo nộp hồ sơ trực tuyến thành công",
    PaperKind.RECEIPT: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    PaperKind.PAYMENT_RECEIPT: "Biên lai thu phí, lệ phí điện tử",
    PaperKind.RESULT: "Kết quả giải quyết hồ sơ, ký số trên Cổng",
    PaperKind.SUPPLEMENT: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    PaperKind.REFUSAL: "Phiếu từ chối tiếp nhận, giải quyết hồ sơ",
    PaperKind.EXTENSION: "Văn bản xin lỗi và đề nghị gia hạn",
    PaperKind.STOP: "Thông báo dừng giải quyết hồ sơ",
}
