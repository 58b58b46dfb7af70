"""Words of asking the issuing office to mend a paper of the vault (C23)."""

CORRECT = "Đề nghị sửa thông tin"
CORRECT_HINT = (
    "Thông tin này do cơ quan cấp ghi nên bạn không tự sửa được. Cơ quan cấp sẽ xem đề "
    "nghị cùng giấy tờ này của bạn; giấy tờ vẫn giữ nguyên trong lúc chờ."
)
CORRECT_FIELD = "Mục cần sửa"
CORRECT_PROPOSED = "Nội dung đúng là"
CORRECT_NOTE = "Vì sao"
CORRECT_DO = "Gửi đề nghị"
CORRECTED = "Đã gửi đề nghị sửa. Bạn theo dõi ngay tại trang này."
CORRECTIONS = "Đề nghị đã gửi"
CORRECTION_LINE = "{field}: “{present}” thành “{proposed}”"
CORRECTION_WAITING = ("Chờ cơ quan trả lời", "tag tag--wait")
CORRECTION_DONE = ("Đã trả lời", "tag tag--done")
CORRECTION_OUTCOMES: dict[str, tuple[str, str]] = {
    "mended": ("Đã sửa", "tag tag--done"),
    "declined": ("Giữ nguyên", "tag"),
}
CORRECTION_WRITTEN = "Cơ quan cấp đã ghi: “{written}”"
CORRECTION_WHY = "Lý do: {reason}"
