"""Words of the talk between a person and the office (trao đổi, O15)."""

TITLE = "Hỏi cơ quan"
OFFICER_TITLE = "Trao đổi với người dân"
LEAD = (
    "Tin nhắn gửi đến {agency}, nơi đang giữ hồ sơ. Cơ quan trả lời tại đây và bạn "
    "nhận được thông báo."
)
OFFICER_LEAD = (
    "Người dân đọc được mọi điều viết ở đây. Ghi chú nội bộ không viết ở trang này."
)
NONE = "Chưa có tin nhắn nào."
YOU = "Bạn"
OFFICE = "{name}, cơ quan"
SEEN = "Đã xem {moment}"
NOT_SEEN = "Chưa xem"
WRITE = "Tin nhắn"
WRITE_HINT = "Tối đa 2.000 chữ; kèm được 3 tệp"
SEND_FILE = "Kèm tệp"
SEND = "Gửi tin nhắn"
SENDING = "Đang gửi…"
SENT = "Đã gửi tin nhắn."
TOO_MANY = "Bạn đã gửi nhiều tin nhắn. Tin này còn nguyên, gửi lại lúc {until}."
TO_DOSSIER = "Về hồ sơ"
FILES = "Tệp kèm theo"
TEMPLATES_TITLE = "Câu mẫu"
TEMPLATES = (
    "Chào ông/bà, chúng tôi đã nhận được câu hỏi và sẽ trả lời trong ngày làm việc.",
    "Hồ sơ đang được giải quyết đúng hạn. Ông/bà theo dõi từng bước tại trang hồ sơ.",
    "Đề nghị ông/bà mang bản chính các giấy tờ đã gửi khi đến nhận kết quả.",
)
NOT_SENT = "Tin nhắn chưa gửi được. Nội dung còn nguyên, bấm gửi lại."
FAULTS: dict[str, str] = {
    "required": "Viết nội dung tin nhắn",
    "note_short": "Viết nội dung tin nhắn",
    "note_long": "Rút gọn tin nhắn: tối đa 2.000 chữ",
    "too_many_files": "Kèm tối đa 3 tệp",
    "file_sending": "Chờ tệp gửi xong, hoặc hủy tệp đang gửi dở",
    "file_checking": "Chờ vài giây để hệ thống kiểm tra xong tệp",
    "file_refused": "Xóa tệp không nhận được rồi gửi tệp khác",
}
