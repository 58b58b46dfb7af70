"""What a machine finds in a dossier, told alike to who files and who receives (N10)."""

from services.dossiers.machine_checks import Check

TITLE = "Máy đã kiểm tra và thấy:"
SAME_LIST = (
    "Cán bộ tiếp nhận đọc đúng danh sách này. Sửa được điều nào thì sửa trước khi nộp; "
    "bạn vẫn nộp được nếu giấy tờ của bạn đúng là như vậy."
)
NOTHING = "Máy đã kiểm tra: đủ giấy tờ bắt buộc, các tệp mở được."
NAMED = "{name}: {words}"
SAYS: dict[Check, str] = {
    Check.COMPONENT_MISSING: "thiếu giấy tờ bắt buộc",
    Check.FILE_REFUSED: "có tệp không mở được",
    Check.PAGE_BLANK: "có trang gần như trắng",
    Check.PAGE_BLURRED: "có trang bị mờ",
    Check.PAGE_DARK: "có trang quá tối",
    Check.SIGNATURE_INVALID: "chữ ký số không hợp lệ",
    Check.SIGNATURE_EXPIRED: "chứng thư số của chữ ký đã hết hạn",
    Check.SIGNATURE_UNCERTAIN: "chữ ký số chưa xác định được",
    Check.PAPER_EXPIRED: "giấy tờ lấy từ kho đã hết hiệu lực",
    Check.PAPER_REVOKED: "giấy tờ lấy từ kho đã bị thu hồi",
    Check.BIRTH_DATE_MISSING: "chưa có ngày sinh người nộp",
    Check.PHONE_MISSING: "chưa có số điện thoại người nộp",
    Check.NAME_DIFFERS: "họ tên người nộp khác với họ tên đã xác minh",
}
TO_DO: dict[Check, str] = {
    Check.COMPONENT_MISSING: "Gửi ít nhất một tệp cho giấy tờ này",
    Check.FILE_REFUSED: "Xóa tệp không mở được rồi gửi tệp khác",
    Check.PAGE_BLANK: "Xem lại trang đó; nếu nhầm, chụp lại",
    Check.PAGE_BLURRED: "Chụp lại nơi đủ sáng, thấy rõ mọi dòng chữ",
    Check.PAGE_DARK: "Chụp lại nơi đủ sáng, không có bóng đổ",
    Check.SIGNATURE_INVALID: "Ký lại bằng chứng thư số còn hiệu lực rồi gửi lại",
    Check.SIGNATURE_EXPIRED: "Ký lại bằng chứng thư số còn hiệu lực, hoặc gửi bản đã ký khi còn hạn",
    Check.SIGNATURE_UNCERTAIN: "Mang bản chính khi được hỏi, hoặc ký lại bằng chứng thư số trong nước",
    Check.PAPER_EXPIRED: "Dùng giấy tờ còn hiệu lực",
    Check.PAPER_REVOKED: "Dùng giấy tờ đã cấp thay thế",
    Check.BIRTH_DATE_MISSING: "Nhập ngày sinh theo dạng 31/12/1990",
    Check.PHONE_MISSING: "Nhập số nhận được tin nhắn",
    Check.NAME_DIFFERS: "Viết đúng như trên giấy tờ tùy thân",
}


def say_finding(check: Check, name: str) -> str:
    """Return one line: where, what, and what to do."""
    says = SAYS[check]
    said = NAMED.format(name=name, words=says) if name else says[:1].upper() + says[1:]
    return f"{said}. {TO_DO[check]}."
