"""What the national portal is told when there is nothing to pay through it."""

UNKNOWN = "Không có hồ sơ với mã này tại Cổng Dịch vụ công của tỉnh."
NOTHING = "Hồ sơ không có khoản nào phải nộp."
BUSY = (
    "Hồ sơ đang có một lần thanh toán khác. Chưa thu thêm tiền. "
    "Hãy thử lại sau 15 phút."
)
NOT_YOURS = "Khóa truy cập không đúng."
UNREADABLE = "Yêu cầu không đúng mẫu: cần MaHoSo."
TOO_OFTEN = "Quá nhiều yêu cầu. Hãy thử lại sau một phút."
