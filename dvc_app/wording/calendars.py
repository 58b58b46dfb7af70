"""Words of the working calendar (A06 “Lịch làm việc”)."""

from services.calendars.models import ChangeState

TITLE = "Lịch làm việc"
LEAD = (
    "Ngày nghỉ, ngày làm bù và giờ làm việc. Mọi ngày hẹn trả được tính theo lịch này."
)
YEAR = "Năm {year}"
BEFORE = "Năm {year}"
AFTER = "Năm {year}"
YEARS = "Chọn năm"
UNIT = "Đơn vị"
WHOLE = "Cả tỉnh"
LEGEND_OPEN = "Làm việc"
LEGEND_CLOSED = "Nghỉ"
LEGEND_HOLIDAY = "Ngày lễ, nghỉ bù"
LEGEND_SWAPPED = "Làm bù"
LEGEND = "Chú giải"
MONTH = "Tháng {month}"
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
NO_EXCEPTION = "Không có ngày đặc biệt."
SPAN = "{first} – {last}"
HOLIDAY = "nghỉ {name}"
DAYS_OFF = ("Ngày nghỉ", "Nghỉ")  # names that say themselves what the day is
SWAPPED = "làm bù cho {day}"
IN_GRID = "{weekday} {day}: {what}"
HOURS_TITLE = "Giờ làm việc"
HOURS_SINCE = "Từ {day}"
HOURS_NOW = "Đang áp dụng"
MONDAY_TO_FRIDAY = "Thứ Hai – thứ Sáu"
SATURDAY = "Thứ Bảy"
CLOSED = "Nghỉ"

CHANGE_TITLE = "Đề nghị thay đổi"
CHANGE_LEAD = (
    "Xem ảnh hưởng đến ngày hẹn trước khi gửi. Thay đổi có hiệu lực khi một quản trị "
    "viên khác xác nhận; ngày đã hẹn với người dân không bao giờ bị kéo sớm lên."
)
WHAT = "Loại thay đổi"
WHATS: dict[str, str] = {
    "holiday": "Thêm hoặc đổi ngày nghỉ",
    "swap": "Hoán đổi: làm bù một ngày để nghỉ ngày khác",
    "open": "Bỏ ngày nghỉ, làm việc như thường",
    "hours": "Đổi giờ làm việc từ một ngày",
}
DAY = "Ngày"
DAY_HINT = "Dạng 31/12/2026. Hoán đổi: ngày làm bù. Giờ làm việc: ngày bắt đầu"
NAME = "Tên ngày nghỉ"
NAME_HINT = "Như người dân sẽ đọc, ví dụ Tết Nguyên đán"
FREE = "Ngày được nghỉ bù"
FREE_HINT = "Ngày nghỉ đổi lấy ngày làm bù ở trên"
WEEKDAYS_HOURS = "Giờ thứ Hai – thứ Sáu"
HOURS_HINT = "Ví dụ 07:30-11:30, 13:00-17:00. Để trống cả hai: theo giờ chung của tỉnh"
SATURDAY_HOURS = "Giờ thứ Bảy"
SATURDAY_HINT = "Để trống nếu nghỉ"
REASON = "Căn cứ"
REASON_HINT = "Số công văn hoặc lý do, ví dụ chuyển trụ sở"
SEE = "Xem ảnh hưởng"
SEEING = "Đang tính…"
EFFECT_TITLE = "Ảnh hưởng đến ngày hẹn"
EFFECT_NONE = "Không hồ sơ nào đang giải quyết đổi ngày hẹn ({running} hồ sơ đã tính)."
EFFECT_LATER = (
    "{later} trên {running} hồ sơ đang giải quyết sẽ có ngày hẹn muộn hơn; người nộp "
    "được báo và thấy lý do."
)
EFFECT_EARLIER = (
    "{earlier} hồ sơ tính lại sẽ sớm hơn, nhưng ngày đã hẹn được giữ nguyên."
)
EXAMPLE = "{code}: {before} → {after}"
PROPOSE = "Gửi đề nghị"
BACK = "Sửa lại"
PROPOSED = "Đã gửi đề nghị. Thay đổi chờ một quản trị viên khác xác nhận."

CHANGES_TITLE = "Thay đổi"
NO_CHANGES = "Chưa có thay đổi nào."
STATES: dict[ChangeState, tuple[str, str]] = {
    ChangeState.PROPOSED: ("Chờ xác nhận", "tag tag--wait"),
    ChangeState.IN_FORCE: ("Đã áp dụng", "tag tag--done"),
    ChangeState.DECLINED: ("Không áp dụng", "tag"),
}
BY = "{name} đề nghị {moment}"
DECIDED = "{name} quyết định {moment}"
UNDOING = "Hoàn lại thay đổi trước"
CONFIRM = "Xác nhận áp dụng"
DECLINE = "Không áp dụng"
TAKE_BACK = "Rút đề nghị"
UNDO = "Đề nghị hoàn lại"
CONFIRMED = "Đã áp dụng. {count} hồ sơ có ngày hẹn muộn hơn, người nộp đã được báo."
CONFIRMED_NONE = "Đã áp dụng. Không hồ sơ nào đổi ngày hẹn."
DECLINED = "Đã bỏ đề nghị này. Lịch giữ nguyên."
EDIT_HOLIDAY = "{day}: {what}"
EDIT_SWAPPED = "{day}: làm bù cho {free}"
EDIT_OPEN = "{day}: làm việc như thường"
EDIT_NONE = "{day}: bỏ mục riêng, theo lịch chung"
EDIT_HOURS = "Từ {day}: {hours}"
EDIT_HOURS_NONE = "Từ {day}: theo giờ chung"
EDIT_HOURS_SATURDAY = "{weekdays}; thứ Bảy {saturday}"


def say_holiday(name: str) -> str:
    """Return what a day off is; of one called a day off it is said once."""
    for begin in DAYS_OFF:
        if name.startswith(begin):
            name = name.removeprefix(begin).strip(" ()")
    return HOLIDAY.format(name=name).strip()
