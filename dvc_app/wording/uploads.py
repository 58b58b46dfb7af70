"""Words about files: on their way, checked, refused (R17–R21)."""

ACCEPT = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.docx,.xlsx"
HINT = (
    "Chọn hoặc chụp từng giấy tờ; tệp được gửi ngay và kiểm tra ngay. Nhiều ảnh chụp "
    "của một giấy tờ sẽ ghép thành một tệp PDF. Cả hồ sơ tối đa 100 MB."
)
MISSING = (
    "Không mở được tệp này: đường dẫn chưa đúng hoặc tệp không còn ở đây. Quay lại hồ sơ rồi "
    "mở lại từ đó; nếu vẫn vậy, gọi {hotline}."
)
FAULTS = {
    "empty": "Tệp rỗng. Chọn lại tệp có nội dung.",
    "too_large": "Tệp lớn hơn mức cho phép. Chụp lại cỡ nhỏ hơn hoặc tách thành nhiều tệp.",
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
    "too_many_files": "Giấy tờ này đã đủ số tệp. Xóa bớt hoặc ghép lại rồi gửi.",
    "dossier_too_large": "Hồ sơ đã đủ 100 MB. Xóa bớt tệp hoặc gửi tệp nhỏ hơn.",
    "too_many_unfinished": "Đang có quá nhiều tệp gửi dở. Chờ xong hoặc hủy bớt.",
    "too_much_today": "Hôm nay bạn đã gửi quá nhiều. Mai gửi tiếp hoặc gọi tổng đài.",
}
WORDS: dict[str, object] = {
    "pick_desk": "Tải từ máy tính",
    "pick_phone": "Chụp hoặc chọn tệp",
    "camera": "Chụp thêm trang",
    "preparing": "Đang chuẩn bị ảnh",
    "waiting": "Chờ gửi",
    "sending": "Đang tải {percent} %",
    "checking": "Đang kiểm tra",
    "offline": "Mất mạng, sẽ tự gửi tiếp khi có mạng",
    "failed": "Chưa gửi được, kiểm tra mạng rồi thử lại",
    "progress": "Tiến độ gửi {name}",
    "retry": "Thử lại",
    "cancel": "Hủy",
    "dismiss": "Bỏ qua",
    "remove": "Xóa",
    "half": "Mới gửi được {percent} %, phần đã gửi vẫn còn",
    "choose_again": "Chọn lại tệp “{name}” để gửi tiếp từ {percent} %",
    "other_file": (
        "Tệp vừa chọn không phải tệp đang gửi dở. Chọn lại đúng tệp đó, hoặc xóa rồi "
        "gửi tệp mới."
    ),
    "in_flight": "Còn tệp đang gửi:",
    "in_flight_do": "Chờ gửi xong rồi bấm lại, hoặc hủy tệp không cần nữa.",
    "problems": FAULTS,
}
CHECKING = "Đang kiểm tra"
BINDING = "Đang ghép trang"
ACCEPTED = "Đạt – đã kiểm tra"
REFUSED = "Lỗi – không nhận"
UNFINISHED = "Gửi dở {percent} % – chọn lại đúng tệp này để gửi tiếp"
SIGNED = "có chữ ký số"
PAGES = "{count} trang"
REMOVE = "Xóa"
REMOVE_NAMED = "Xóa tệp {name}"
REMOVED = "Đã xóa một tệp."
UNDO = "Hoàn tác"
PREVIEW = "Trang 1 của {name}"
EMPTY = "Chưa có tệp"

# What a paper takes
LIMITS = "{kinds}; tối đa {most} MB mỗi tệp"
KINDS = {
    "pdf": "PDF",
    "jpeg": "JPG",
    "png": "PNG",
    "heic": "HEIC",
    "docx": "DOCX",
    "xlsx": "XLSX",
}
BY_FORM = "Không cần tải lên – tờ khai ở bước 2 thay cho giấy tờ này"
BY_FORM_LINK = "Xem tờ khai"
BY_STATE = "Không cần nộp – cơ quan tự tra cứu"
BY_STATE_FACTS = {"address": "Nơi cư trú", "name": "Họ tên", "number": "Số định danh"}
SEND_ANYWAY = "Vẫn muốn gửi bản chụp"

# Photos that wait to become one PDF
GATHERING = "Đang gom trang: {count} trang"
GATHERING_HINT = "Xếp đúng thứ tự, xoay cho thẳng, rồi ghép thành một tệp PDF."
BIND = "Ghép thành một tệp PDF"
PAGE = "Trang {number}"
PAGE_PREVIEW = "Ảnh trang {number}"
PAGE_UP = "Đưa trang {number} lên trước"
PAGE_DOWN = "Đưa trang {number} xuống sau"
PAGE_TURN = "Xoay trang {number} sang phải"
PAGE_REMOVE = "Xóa trang {number}"
TURN = "Xoay"
DOUBTS = {
    "blank": "Trang {number} có vẻ trắng, không có chữ – chụp lại hay vẫn dùng?",
    "blurred": "Trang {number} có vẻ bị mờ – chụp lại hay vẫn dùng?",
    "dark": "Trang {number} có vẻ quá tối – chụp lại hay vẫn dùng?",
}
KEEP = "Vẫn dùng"
KEEP_NAMED = "Vẫn dùng trang {number}"
EDIT_PAGES = "Sửa các trang"
EDIT_PAGES_NAMED = "Sửa các trang của tệp {name}"

# Other papers
NOTE = "Tệp này là giấy tờ gì?"
NOTE_OF = "Mô tả của tệp {name}"
PICK_MANY = "Chọn nhiều file..."

# Digital signatures
SIGNATURES = {
    "checking": "Đang kiểm tra chữ ký số",
    "valid": "Chữ ký số hợp lệ: {signer}",
    "invalid": "Chữ ký số không hợp lệ vì {reason}",
    "uncertain": "Chữ ký số không kiểm tra được: {reason}",
    "unreached": "Chữ ký số không kiểm tra được lúc này, hệ thống sẽ kiểm tra lại",
}
SIGNED_AT = ", ký lúc {moment}"
SIGNATURE_FAULTS = {
    "signature_wrong": "nội dung tệp không khớp với chữ ký",
    "signature_changed": "tệp đã bị sửa sau khi ký",
    "certificate_unreadable": "không đọc được chứng thư số",
    "certificate_weak": "chứng thư số dùng cách mã hóa đã yếu",
    "certificate_not_yet_valid": "chứng thư số chưa đến ngày có hiệu lực",
    "certificate_expired": "chứng thư số đã hết hạn, không rõ lúc ký còn hạn hay không",
    "certificate_revoked": "chứng thư số đã bị thu hồi",
    "certificate_untrusted": "không nhận ra tổ chức đã cấp chứng thư số",
    "certificate_purpose": "chứng thư số không dùng để ký văn bản",
}
# A file that came from the vault: who vouches for it
ORIGINS: dict[str, str] = {
    "result": "Từ kho – cơ quan cấp",
    "certified_copy": "Từ kho – chứng thực điện tử",
    "national_store": "Từ kho – kho dữ liệu quốc gia",
    "upload": "Từ kho – tự tải lên",
}
