"""Details of the acts of the trail as an administrator reads them (A09)."""

# What an entry counted or named; ids and the rest are left to the database.
DETAIL_NAMES: dict[str, str] = {
    "method": "Cách",
    "system": "Hệ thống",
    "code": "Mã trả lời",
    "corrected": "Có lập lại nội dung",
    "way": "Cách",
    "reason": "Vì",
    "fault": "Lỗi",
    "kind": "Loại",
    "purpose": "Mục đích",
    "roles": "Vai trò",
    "ended": "Phiên đã kết thúc",
    "count": "Số lượng",
    "rows": "Số dòng",
    "people": "Số người",
    "accounts": "Số tài khoản",
    "files": "Số tệp",
    "page": "Trang",
    "position": "Bước",
    "source": "Nguồn",
    "field": "Mục",
    "stage": "Giai đoạn",
    "queue": "Danh sách",
}
DETAIL_VALUES: dict[str, str] = {
    "password": "mật khẩu",
    "second_factor": "mã xác thực",
    "totp": "ứng dụng xác thực",
    "recovery_code": "mã khôi phục",
    "account": "kích hoạt tài khoản",
    "factor": "đặt lại ứng dụng xác thực",
    "status": "trạng thái tài khoản",
    "phone": "điện thoại",
    "email": "email",
}
