"""A sentence for every refusal: what happened, is the work safe, what next."""

from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    RuleViolation,
    ServiceError,
    SystemUnavailable,
    TooMany,
)
from services.integrations.sms.port import SmsRefused

UNEXPECTED = (
    "Có lỗi ngoài dự kiến. Những gì đã lưu vẫn còn nguyên. "
    "Bạn thử lại; nếu vẫn lỗi, gọi tổng đài và đọc số {incident}."
)
MESSAGES: dict[type[ServiceError], str] = {
    NotFound: "Không tìm thấy nội dung này, hoặc bạn không có quyền xem.",
    Forbidden: "Tài khoản của bạn không được làm việc này.",
    Conflict: "Nội dung vừa được thay đổi ở nơi khác. Trang đã hiện bản mới nhất.",
    RuleViolation: "Còn chỗ cần sửa. Nội dung đã nhập vẫn được giữ.",
    TooMany: "Bạn đã thử quá nhiều lần. Vui lòng thử lại sau {until}.",
    SystemUnavailable: (
        "Hệ thống bên ngoài chưa trả lời. Nội dung của bạn vẫn còn, "
        "vui lòng thử lại sau ít phút."
    ),
    SmsRefused: (
        "Nhà mạng không nhận tin nhắn gửi tới số này. Nội dung của bạn vẫn còn, "
        "hãy kiểm tra lại số điện thoại."
    ),
}
NOT_SENT = "Chưa gửi được. Kiểm tra kết nối mạng rồi thử lại; nội dung vẫn còn."
ERROR_PREFIX = "Lỗi: "
REQUIRED_LEGEND = "Trường có dấu * là bắt buộc."
TO_FIX = "Có {count} chỗ cần sửa"
