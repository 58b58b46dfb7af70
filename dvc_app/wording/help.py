"""Words of the help page (Hỗ trợ)."""

TITLE = "Hỗ trợ"
LEAD = "Gọi, đến gặp, hoặc tự làm theo vài chỉ dẫn ngắn dưới đây."
CALL = "Gọi tổng đài"
EMAIL = "Thư điện tử"
HOURS = "Giờ làm việc"
ANOTHER = "Nhờ người khác làm giúp"
ANOTHER_TEXT = (
    "Bạn có thể nhờ người thân đến Bộ phận Một cửa kèm giấy tờ của bạn, hoặc nhờ cán bộ "
    "tại quầy nhập giúp. Đừng đọc mã OTP hay mật khẩu cho người khác."
)
GUIDES = "Làm như thế nào?"
GUIDE = (
    (
        "Nộp hồ sơ trực tuyến",
        (
            "Tìm thủ tục, bấm Nộp hồ sơ, đăng nhập rồi trả lời lần lượt từng bước. Nội dung "
            "tự lưu; bạn có thể dừng và làm tiếp trên máy khác. Hồ sơ chỉ được gửi khi bạn "
            "bấm Nộp hồ sơ ở bước cuối."
        ),
    ),
    (
        "Chụp giấy tờ bằng điện thoại",
        (
            "Đặt giấy trên mặt phẳng, đủ sáng, thấy cả bốn góc. Bấm Chụp hoặc chọn tệp; ảnh "
            "được ghép thành một tệp PDF. Tên tệp có dấu cũng được."
        ),
    ),
    (
        "Biết hồ sơ đang ở đâu",
        (
            "Vào Tra cứu hồ sơ, nhập mã trên giấy biên nhận. Không cần đăng nhập. Trang cho "
            "biết bao giờ xong và vì sao là ngày đó."
        ),
    ),
    (
        "Chưa có tài khoản, quên mật khẩu",
        (
            "Bấm Đăng ký và dùng số điện thoại chính chủ, khoảng ba phút. Quên mật khẩu thì "
            "đến Bộ phận Một cửa kèm căn cước để được cấp lại."
        ),
    ),
)
DESKS = "Bộ phận Một cửa"
DESKS_COUNT = "Hiện {shown} trong {count} nơi nhận hồ sơ."
DESKS_CAPTION = "Nơi nhận hồ sơ, địa chỉ, điện thoại và giờ làm việc"
DESK_SEARCH = "Tìm xã, phường hoặc sở"
DESK_NONE = "Không có nơi nào tên như vậy. Thử gõ một phần của tên, không cần dấu."
DESK = "Nơi nhận hồ sơ"
ADDRESS = "Địa chỉ"
PHONE = "Điện thoại"
EMPTY = "Danh sách nơi nhận hồ sơ chưa được nạp. Vui lòng gọi tổng đài."
