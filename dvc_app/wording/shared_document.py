"""Words of the plain page on which a shared paper is opened."""

SHARED_TITLE = "Giấy tờ được chia sẻ"
SHARED_ASK = (
    "Nhập mã 10 ký tự mà người chia sẻ gửi cho bạn. Không cần đăng nhập; người chia sẻ "
    "thấy mỗi lần giấy tờ được mở."
)
SHARED_CODE = "Mã chia sẻ"
SHARED_CODE_HINT = "10 chữ cái và chữ số, viết liền hoặc cách đều được"
SHARED_OPEN = "Mở giấy tờ"
SHARED_OWNER = "Người chia sẻ"
SHARED_UNTIL = "Xem được đến"
SHARED_READ = "Xem giấy tờ"
SHARED_KEEP = "Tải về"
SHARED_NOT_NOW = "Giấy tờ này chưa mở được: tệp đang được kiểm tra hoặc đã bị thu hồi."
SHARED_AGAIN = "Nhập mã khác"
SHARED_PASS = "Sau 15 phút, trang này sẽ hỏi lại mã."  # noqa: S105
SHARED_PROBLEMS: dict[str, str] = {
    "code_wrong": (
        "Mã chưa đúng, đã hết hạn hoặc người chia sẻ đã dừng. Kiểm tra lại từng ký tự, "
        "hoặc hỏi lại người gửi mã"
    ),
    "code_guessing": (
        "Bạn đã nhập sai nhiều lần. Chờ 15 phút rồi nhập lại mã; giấy tờ vẫn an toàn"
    ),
    "code_spent": "Đã quá 15 phút hoặc lần chia sẻ đã dừng. Nhập lại mã để mở",
    "code_cookie": (
        "Trình duyệt đang chặn cookie nên chưa mở được. Cho phép cookie của trang này "
        "rồi nhập lại mã"
    ),
}
