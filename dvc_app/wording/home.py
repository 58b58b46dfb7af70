"""Words of the home page (C01)."""

TITLE = "Trang chủ"
ASK = "Bạn cần làm thủ tục gì?"
SEARCH_LABEL = "Tìm thủ tục, mã hồ sơ"
SEARCH_EXAMPLE = "Ví dụ: khai sinh, xây nhà, đổi sổ đỏ…"
SEARCH = "Tìm kiếm"
HINT = "Gõ không dấu cũng được. Không cần đăng nhập để tìm và tra cứu."
SUGGESTED = "{count} gợi ý"
SUGGESTED_NONE = "Chưa có gợi ý; bấm Tìm kiếm để xem tên gần nhất."
SUGGESTED_CODE = "Tra cứu hồ sơ {code}"
SUGGESTED_CODE_LINE = "Xem đang ở bước nào, bao giờ xong"
SUGGEST_ALL = "Xem tất cả kết quả"
FEE_UNKNOWN = "phí: hỏi cơ quan"
DOORS = (
    ("file", "Nộp hồ sơ trực tuyến", "Tự lưu từng bước, dùng trên điện thoại"),
    ("look_up", "Tra cứu hồ sơ", "Nhập mã trên giấy hẹn, xem đang ở bước nào"),
    (
        "pay",
        "Thanh toán trực tuyến",
        "Nộp phí, lệ phí bằng mã hồ sơ, không cần tài khoản",
    ),
    ("mine", "Hồ sơ của tôi", "Bản nháp, hồ sơ đang giải quyết, kết quả"),
    ("help", "Hỗ trợ", "Tổng đài, Bộ phận Một cửa gần nhất"),
)
LIFE = "Theo sự kiện trong đời"
MOST_USED = "Thủ tục được dùng nhiều"
ALL_PROCEDURES = "Xem tất cả thủ tục"
MONTH = "Tháng này toàn tỉnh"
MONTH_RECEIVED = "hồ sơ tiếp nhận"
MONTH_ON_TIME = "xong đúng hạn"
MONTH_DEFINITION = (
    "Tỷ lệ đúng hạn: trong {count} hồ sơ đã có kết quả từ đầu tháng, số hồ sơ có kết quả "
    "không muộn hơn ngày hẹn trả. Tính lúc {at}."
)
