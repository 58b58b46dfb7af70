"""Words of the portal as it lives on a person's device (R5, R37, R38)."""

SHORT_NAME = "Dịch vụ công"
LOOK_UP = "Tra cứu hồ sơ"
MY_DOSSIERS = "Hồ sơ của tôi"

OFFLINE_TITLE = "Chưa có mạng"
OFFLINE = (
    "Thiết bị này đang không nối được với cổng. Hồ sơ và những gì đã lưu vẫn còn "
    "nguyên trên cổng."
)
OFFLINE_NEXT = "Kiểm tra Wi-Fi hoặc dữ liệu di động, rồi bấm Thử lại."
TRY_AGAIN = "Thử lại"
SEEN_TITLE = "Hồ sơ bạn đã xem trên máy này"
SEEN_NOTE = "Đây là tình trạng lúc bạn xem lần cuối, có thể đã đổi."
SEEN_AT = "Xem lúc {at}"
NOT_KEPT = "Máy dùng chung không giữ danh sách hồ sơ."
NONE_SEEN = "Chưa có hồ sơ nào được xem trên máy này."
CALL = "Cần hỏi ngay, gọi tổng đài"

WAITING = "Chờ gửi – đang giữ trên máy này"
WAITING_UNKEPT = "Chờ gửi – máy này không giữ lại, đừng đóng trang"
OF_THE_FORM = "một ô của tờ khai"
NEWER_ELSEWHERE = (
    "Nội dung “{field}” đã được sửa mới hơn ở thiết bị khác, nên giữ bản mới hơn đó."
)

IN_APP = "Bạn đang mở cổng bên trong {app}"
IN_APP_WHY = (
    "Đọc ở đây thì được. Nhưng đăng nhập, gửi tệp, thanh toán và tải giấy tờ hay bị "
    "ngắt giữa chừng, vì vậy nên mở bằng trình duyệt của máy."
)
OPEN_IN_BROWSER = "Mở bằng trình duyệt"
COPY_LINK = "Sao chép liên kết"
COPIED = "Đã sao chép. Mở trình duyệt rồi dán vào ô địa chỉ"
LINK = "Liên kết mở tiếp đúng trang này"
STAY = "Vẫn dùng ở đây"
HOW = {
    "zalo": "Bấm dấu ba chấm ở góc trên bên phải, chọn “Mở bằng trình duyệt”.",
    "facebook": (
        "Bấm dấu ba chấm ở góc trên bên phải, chọn “Mở trong trình duyệt bên ngoài”."
    ),
    "messenger": (
        "Bấm dấu ba chấm ở góc màn hình, chọn “Mở bằng trình duyệt” (Chrome, Safari)."
    ),
    "instagram": "Bấm dấu ba chấm ở góc trên bên phải, chọn “Mở trong trình duyệt”.",
    "tiktok": "Bấm dấu ba chấm ở góc trên bên phải, chọn “Mở bằng trình duyệt”.",
}
APPS = {
    "zalo": "Zalo",
    "facebook": "Facebook",
    "messenger": "Messenger",
    "instagram": "Instagram",
    "tiktok": "TikTok",
}
