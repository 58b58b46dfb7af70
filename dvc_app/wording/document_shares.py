"""Words of sharing a paper of the vault for a time (C12)."""

SHARE = "Chia sẻ có thời hạn"
SHARE_HINT = (
    "Ai có mã đều xem được giấy tờ này trên cổng, không cần đăng nhập, cho đến khi "
    "hết hạn hoặc bạn dừng. Bạn thấy mọi lần mở."
)
SHARE_DAYS = "Trong bao lâu"
SHARE_CHOICES: dict[int, str] = {1: "1 ngày", 7: "7 ngày", 30: "30 ngày"}
SHARE_DO = "Tạo mã chia sẻ"
SHARED = "Mã chia sẻ, chỉ hiện một lần này:"
SHARED_HINT = (
    "Chép lại mã và gửi cho người cần xem. Người ấy mở {address} rồi nhập mã. "
    "Mã dùng được đến {until}."
)
SHARED_SEEN = "Tôi đã chép mã"
SHARES = "Các lần chia sẻ"
SHARE_NONE = "Bạn chưa chia sẻ giấy tờ này với ai."
SHARE_LINE = "Tạo {created} · đến {until}"
SHARE_OPEN = ("Đang mở", "tag tag--info")
SHARE_ENDED = ("Đã dừng {day}", "tag")
SHARE_OVER = ("Đã hết hạn", "tag")
SHARE_COUNT = "{count} lần mở"
SHARE_UNOPENED = "Chưa ai mở"
SHARE_STOP = "Dừng chia sẻ"
SHARE_STOP_NAMED = "Dừng lần chia sẻ tạo {created}"
SHARE_STOPPED = "Đã dừng chia sẻ. Mã không mở được nữa."
OPENINGS: dict[str, str] = {
    "shown": "xem thông tin",
    "read": "mở tệp",
    "downloaded": "tải tệp về",
}
