"""Words of the list of procedures (C08)."""

from services.procedures.models import OnlineLevel, TimeUnit
from services.procedures.search_procedures import Level

TITLE = "Danh sách thủ tục hành chính"
SEARCH_LABEL = "Tìm theo tên, từ thường gọi hoặc mã thủ tục"
SEARCH = "Tìm kiếm"
FILTER = "Lọc kết quả"
FILTER_COUNT = "Lọc kết quả ({count})"
SHOW_RESULTS = "Xem {count} thủ tục"
CLEAR = "Bỏ lọc"
LEVEL, ANY_LEVEL = "Cấp đơn vị", "--Cấp đơn vị--"
AGENCY, ANY_AGENCY = "Đơn vị", "---Chọn đơn vị---"
SECTOR, ANY_SECTOR = "Lĩnh vực", "---Chọn lĩnh vực---"
ONLINE, ANY_ONLINE = "Mức độ dịch vụ công", "---Chọn mức độ dịch vụ công---"
OPTION = "{name} ({count})"
LEVELS: dict[Level, str] = {
    Level.PROVINCE: "Cấp tỉnh",
    Level.COMMUNE: "Cấp xã",
    Level.MINISTRY: "Cấp bộ",
}
ONLINE_LEVELS: dict[OnlineLevel, str] = {
    OnlineLevel.FULL: "Toàn trình",
    OnlineLevel.PARTIAL: "Một phần",
    OnlineLevel.VIEW_ONLY: "Chỉ xem",
}
ONLINE_TAGS: dict[OnlineLevel, str] = {
    OnlineLevel.FULL: "tag tag--done",
    OnlineLevel.PARTIAL: "tag tag--info",
    OnlineLevel.VIEW_ONLY: "tag",
}
FOUND = "{count} thủ tục"
FOUND_TEXT = "{count} thủ tục khớp với “{text}”"
UNDERSTOOD = "hiểu là"
LIST = "Các thủ tục tìm thấy"
APPLY = "Nộp hồ sơ"
DETAILS = "Xem chi tiết"
NAME_COLUMN = "Tên thủ tục hành chính"
AGENCY_COLUMN = "Cơ quan thực hiện"
SUSPENDED = "Tạm dừng"
ELSEWHERE = "Do địa phương khác công bố"
PREVIOUS, NEXT = "Trước", "Tiếp"
PAGING = "Trang kết quả"
PAGE_OF = "Trang {page}/{pages}"
ALL_OF = "Có tất cả {shown}/{total} thủ tục"

NONE = "Không tìm thấy thủ tục nào khớp với “{text}”"
NONE_FILTERED = "Không có thủ tục nào khớp với các bộ lọc đã chọn"
NONE_HELP = (
    "Thử viết ngắn hơn, hoặc bằng từ thường dùng: khai sinh, xây nhà, sổ đỏ.",
    "Kiểm tra chính tả; gõ có dấu hay không dấu đều được.",
    "Bỏ bớt bộ lọc đã chọn.",
)
NEAREST = "Có phải bạn tìm"
CALL = "Vẫn chưa thấy? Gọi tổng đài {hotline}."
EMPTY = "Danh mục thủ tục chưa được nạp. Vui lòng gọi tổng đài {hotline}."
FAILED = "Chưa tải được danh sách. Vui lòng thử lại."
RETRY = "Thử lại"

PAPERS = "{count} giấy tờ"
FEE_UNKNOWN = "cần xác nhận với cơ quan"
FREE = "Không thu phí"
DAYS: dict[TimeUnit, str] = {
    TimeUnit.WORKING_DAY: "{count} ngày làm việc",
    TimeUnit.CALENDAR_DAY: "{count} ngày",
    TimeUnit.HOUR: "{count} giờ làm việc",
    TimeUnit.MONTH: "{count} tháng",
}
SAME_DAY = "Trong ngày"
LIMIT_UNKNOWN = "Thời hạn: hỏi cơ quan"
