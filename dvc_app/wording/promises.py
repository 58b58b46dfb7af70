"""Why it is this date, a sentence for each step of the count (Vì sao là ngày này?)."""

from services.core.promises import LineKind

TITLE = "Vì sao là ngày này?"
NO_DATE = (
    "Thời hạn của thủ tục này chưa được ghi ở dạng tính được; "
    "cơ quan báo ngày trả khi tiếp nhận."
)
LINES: dict[LineKind, str] = {
    LineKind.RECEIVED: "Tiếp nhận lúc {at}.",
    LineKind.AFTER_HOURS: (
        "{day} đã hết giờ làm việc, nên hồ sơ được tính là nhận ngày {until}."
    ),
    LineKind.AFTER_CUT_OFF: (
        "Sau {clock} ngày {day}, hồ sơ được tính là nhận ngày {until}."
    ),
    LineKind.DAY_ZERO: "{day} là ngày nhận, chưa tính vào thời hạn.",
    LineKind.SAME_DAY: "{day}: ngày nhận, trả kết quả ngay trong ngày.",
    LineKind.COUNTED: "{day}: ngày làm việc thứ {number}.",
    LineKind.SWAPPED: (
        "{day}: ngày làm việc thứ {number} (làm bù cho ngày nghỉ {until})."
    ),
    LineKind.SKIPPED_WEEKEND: "{day}: nghỉ cuối tuần, không tính.",
    LineKind.SKIPPED_HOLIDAY: "{day}: nghỉ {name}, không tính.",
    LineKind.MOVED: ("Thời hạn hết vào {day}, ngày nghỉ, nên chuyển sang {until}."),
    LineKind.PAUSED: (
        "Chờ bổ sung hồ sơ từ {day}: tạm dừng {worked} giờ làm việc, không tính."
    ),
    LineKind.PAYMENT: (
        "Chờ nộp phí, lệ phí từ {day}: tạm dừng {worked} giờ làm việc, không tính."
    ),
    LineKind.SUSPENDED: (
        "Cơ quan tạm dừng giải quyết từ {day}: {worked} giờ làm việc, không tính."
    ),
    LineKind.TRANSFERRED: (
        "Chuyển hồ sơ đến đúng cơ quan từ {day}: {worked} giờ làm việc, không tính."
    ),
    LineKind.EXTENDED: "{day}, cơ quan xin lỗi và gia hạn đến {until}.",
    LineKind.CALENDAR: (
        "{day} thành ngày nghỉ ({name}) sau khi đã hẹn, nên ngày hẹn lùi đến {until}."
    ),
    LineKind.DUE: "Hẹn trả: {at}.",
}
# Several days in one line.
SPANS: dict[LineKind, str] = {
    LineKind.COUNTED: "Từ {day} đến {until}: {number} ngày.",
    LineKind.PAUSED: (
        "Chờ bổ sung hồ sơ từ {day} đến {until}: tạm dừng {worked} giờ làm việc, "
        "không tính."
    ),
    LineKind.PAYMENT: (
        "Chờ nộp phí, lệ phí từ {day} đến {until}: tạm dừng {worked} giờ làm việc, "
        "không tính."
    ),
    LineKind.SUSPENDED: (
        "Cơ quan tạm dừng giải quyết từ {day} đến {until}: {worked} giờ làm việc, "
        "không tính."
    ),
    LineKind.TRANSFERRED: (
        "Chuyển hồ sơ đến đúng cơ quan từ {day} đến {until}: {worked} giờ làm việc, "
        "không tính."
    ),
    LineKind.SKIPPED_WEEKEND: "{day} và {until}: nghỉ cuối tuần, không tính.",
    LineKind.SKIPPED_HOLIDAY: "Từ {day} đến {until}: nghỉ {name}, không tính.",
}
WORKED = "{day}: tính {worked} giờ làm việc."
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAY = "{weekday} {day}"
