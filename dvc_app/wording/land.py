"""What the land registry is answered, and what an officer reads of what it asks."""

TAKEN = "Đã nhận."
PARKED = "Đã nhận, chờ hồ sơ có mã này tại Cổng của tỉnh."
OVER = "Đã nhận. Hồ sơ đã kết thúc tại Cổng của tỉnh nên không thay đổi gì."
NOT_YOURS = "Khóa truy cập không đúng."
UNREADABLE = "Yêu cầu không đúng mẫu: cần SoBienNhan và thời điểm của việc."
TOO_OFTEN = "Quá nhiều yêu cầu. Hãy thử lại sau một phút."

TITLE = "Cơ quan đất đai yêu cầu bổ sung"
ASKED = (
    "Ngày {day}, hệ thống đất đai báo cần bổ sung: {words} Báo này không làm dừng thời "
    "hạn của hồ sơ. Nếu cần, hãy lập yêu cầu bổ sung gửi người nộp."
)
NO_WORDS = "không ghi lý do"
OPEN_LINK = "Mở thông báo"
