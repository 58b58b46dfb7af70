"""Words of a session that is about to end (R4)."""

TITLE = "Bạn sắp được đăng xuất"
TEXT = (
    "Đã lâu bạn không làm gì trên trang này. Để giữ an toàn, hệ thống sẽ đăng xuất. "
    "Bản nháp của bạn vẫn được giữ."
)
LEFT = "Còn {left}"
MINUTES = "{count} phút"
SECONDS = "{count} giây"
GO_ON = "Tiếp tục làm việc"
LEAVE = "Đăng xuất ngay"
LAST_TITLE = "Phiên làm việc sắp hết"
LAST_TEXT = (
    "Mỗi lần đăng nhập dùng được 12 giờ, không kéo dài thêm. Bản nháp của bạn vẫn được "
    "giữ: làm xong bước này rồi đăng nhập lại."
)
UNDERSTOOD = "Đã hiểu"
ENDED = (
    "Bạn đã được đăng xuất vì lâu không dùng máy. Bản nháp vẫn còn: đăng nhập để làm "
    "tiếp đúng bước đang dở."
)
SHARED = "Máy dùng chung"
SHARED_HINT = (
    "Chọn khi dùng máy ở Bộ phận Một cửa hoặc máy của người khác: máy không giữ lại gì, "
    "và tự đăng xuất sau 60 giây không dùng."
)
SHARED_LABEL = "Đây là máy dùng chung"
LAST_WAY = "Lần trước bạn dùng cách này"
