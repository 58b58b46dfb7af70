"""Words about files: on their way, checked, refused (R17–R21)."""

ACCEPT = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.docx,.xlsx"
HINT = "PDF hoặc ảnh chụp rõ (JPG, PNG, HEIC), tối đa 10 MB mỗi tệp"
FAULTS = {
    "empty": "Tệp rỗng. Chọn lại tệp có nội dung.",
    "too_large": "Tệp lớn hơn 10 MB. Chụp lại với cỡ nhỏ hơn hoặc tách thành nhiều tệp.",
    "wrong_type": "Chỉ nhận PDF, JPG, PNG, HEIC (DOCX, XLSX khi thủ tục cho phép).",
    "mislabelled": "Nội dung tệp không đúng với đuôi tên. Lưu lại đúng định dạng rồi gửi.",
    "polyglot": "Tệp chứa lẫn nội dung khác nên không nhận. In ra PDF mới rồi gửi lại.",
    "encrypted": "Tệp có mật khẩu nên cơ quan không mở được. Bỏ mật khẩu rồi gửi lại.",
    "scripted": "Tệp PDF có mã tự chạy nên không nhận. In ra PDF mới rồi gửi lại.",
    "embedded_file": "Tệp PDF kèm tệp khác bên trong. Gửi riêng từng tệp.",
    "external_file": "Tệp PDF trỏ tới tệp bên ngoài nên không nhận. In ra PDF mới.",
    "dynamic_form": "Tệp PDF là biểu mẫu động nên không nhận. In ra PDF mới rồi gửi lại.",
    "rich_media": "Tệp PDF có phim hoặc âm thanh nên không nhận. In ra PDF mới.",
    "too_many_pages": "Tệp có quá nhiều trang. Tách thành nhiều tệp nhỏ hơn.",
    "broken": "Tệp hỏng hoặc thiếu nội dung, không mở được. Chọn lại tệp khác.",
    "bomb": "Tệp nở quá lớn khi mở nên không nhận. In ra PDF mới rồi gửi lại.",
    "image_too_large": "Ảnh có kích thước quá lớn. Chụp lại với cỡ ảnh nhỏ hơn.",
    "timeout": "Tệp phức tạp quá, không kiểm tra được. In ra PDF mới rồi gửi lại.",
    "infected": "Tệp có mã độc nên đã bị chặn. Quét máy của bạn rồi gửi tệp khác.",
    "too_many_files": "Giấy tờ này đã đủ 20 tệp. Xóa bớt hoặc ghép lại rồi gửi.",
    "dossier_too_large": "Hồ sơ đã đủ 100 MB. Xóa bớt tệp hoặc gửi tệp nhỏ hơn.",
    "too_many_unfinished": "Đang có quá nhiều tệp gửi dở. Chờ xong hoặc hủy bớt.",
    "too_much_today": "Hôm nay bạn đã gửi quá nhiều. Mai gửi tiếp hoặc gọi tổng đài.",
}
WORDS: dict[str, object] = {
    "pick_desk": "Tải từ máy tính",
    "pick_phone": "Chụp hoặc chọn tệp",
    "waiting": "Chờ gửi",
    "sending": "Đang gửi {percent}%",
    "offline": "Mất mạng, sẽ tự gửi tiếp khi có mạng",
    "failed": "Chưa gửi được, kiểm tra mạng rồi thử lại",
    "progress": "Tiến độ gửi {name}",
    "retry": "Thử lại",
    "cancel": "Hủy",
    "dismiss": "Bỏ qua",
    "problems": FAULTS,
}
CHECKING = "Đang kiểm tra"
ACCEPTED = "Đã kiểm tra"
REFUSED = "Không nhận"
UNFINISHED = "Gửi dở {percent}% – chọn lại đúng tệp này để gửi tiếp"
SIGNED = "có chữ ký số"
PAGES = "{count} trang"
REMOVE = "Xóa"
REMOVE_NAMED = "Xóa tệp {name}"
REMOVED = "Đã xóa một tệp."
UNDO = "Hoàn tác"
PREVIEW = "Trang 1 của {name}"
EMPTY = "Chưa có tệp"
