"""Words of the look-ups in registers of ministries (C26, O14)."""

from services.look_ups.models import Question, Register

TITLE = "Tra cứu Bộ, ngành"
OFFICE_TITLE = "Tra cứu dùng chung"
LEAD = (
    "Tra cứu doanh nghiệp, mã số ngân sách, hồ sơ vận tải ngay tại cơ sở dữ liệu của Bộ, "
    "ngành. Không cần đăng nhập."
)
OFFICE_LEAD = "Tra cứu tại cơ sở dữ liệu của Bộ, ngành. Mỗi lần tra cứu ghi lại người hỏi và mục đích."
# “Hỗ trợ” names the registers in these words.
REGISTERS: dict[str, str] = {
    Register.ENTERPRISES: "Tra cứu thông tin Đăng ký doanh nghiệp",
    Register.BUDGET_UNITS: "Tra cứu thông tin mã số ngân sách",
    Register.TRANSPORT: "Tra cứu thông tin Đăng ký vận tải",
}
TABS: dict[str, str] = {
    Register.ENTERPRISES: "Đăng ký doanh nghiệp",
    Register.BUDGET_UNITS: "Mã số có quan hệ ngân sách",
    Register.TRANSPORT: "Đăng ký vận tải",
}
SOURCES: dict[str, str] = {
    Register.ENTERPRISES: "Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp",
    Register.BUDGET_UNITS: "Hệ thống mã số có quan hệ ngân sách, Bộ Tài chính",
    Register.TRANSPORT: "Hệ thống đăng ký vận tải, giấy phép lái xe",
}
SLUGS: dict[str, str] = {
    Register.ENTERPRISES: "doanh-nghiep",
    Register.BUDGET_UNITS: "ngan-sach",
    Register.TRANSPORT: "van-tai",
}
QUESTIONS: dict[str, str] = {
    Question.ENTERPRISE: "Thông tin chi tiết doanh nghiệp",
    Question.ENTERPRISE_RECEIVED: "Danh sách hồ sơ tiếp nhận trong khoảng thời gian",
    Question.ENTERPRISE_TODAY: "Danh sách hồ sơ xử lý trong ngày",
    Question.ENTERPRISE_DOSSIER: "Tình trạng một hồ sơ đăng ký",
    Question.BUDGET_DOSSIERS: "Danh sách hồ sơ theo ngày",
    Question.BUDGET_DOSSIER: "Thông tin chi tiết hồ sơ",
    Question.BUDGET_COUNTS: "Thống kê hồ sơ theo kỳ",
    Question.TRANSPORT_DOSSIERS: "Lấy danh sách hồ sơ",
    Question.TRANSPORT_DOSSIER: "Tra cứu hồ sơ",
    Question.TRANSPORT_MONTH: "Thống kê hồ sơ theo tháng",
}
SEARCH, COUNT, ASKING = "Tìm kiếm", "Thống kê", "Đang hỏi hệ thống…"
COUNTS = (Question.BUDGET_COUNTS, Question.TRANSPORT_MONTH)
REGISTER_LABEL, QUESTION_LABEL = "Hệ thống", "Nội dung tra cứu"

# Fields
NUMBERS: dict[str, tuple[str, str]] = {
    Question.ENTERPRISE: (
        "Mã số doanh nghiệp",
        "10 số, 13 số của chi nhánh, hoặc 12 số của hộ kinh doanh. Ví dụ 4600999001.",
    ),
    Question.ENTERPRISE_DOSSIER: ("Mã hồ sơ đăng ký", "Như trên giấy biên nhận."),
    Question.BUDGET_DOSSIER: ("Mã hồ sơ", "Ví dụ MSNS-260101-0001."),
    Question.TRANSPORT_DOSSIER: ("Mã hồ sơ", "Như trên giấy hẹn trả kết quả."),
}
FIELDS: dict[str, tuple[str, str]] = {
    "first": ("Từ ngày", "Ví dụ 31/07/2026"),
    "last": ("Đến ngày", "Nhiều nhất 31 ngày"),
    "day": ("Ngày", "Hệ thống chỉ trả lời hồ sơ xử lý hôm nay"),
    "month": ("Tháng", "Ví dụ 10/2026"),
}
YEAR_HINT = "Nhiều nhất một năm"
PURPOSE = "Mục đích tra cứu"
PURPOSE_HINT = (
    "Ví dụ: đối chiếu hồ sơ H55.11-261122-0001. Người có thẩm quyền đọc được."
)
FIRST_FAULT = "Nhập nội dung cần tra cứu"
PROOF_TITLE = "Xác nhận bạn không phải máy"
PROOF_WHY = "Bạn đã tra cứu nhiều lần. Nhập mã trong hình rồi bấm lại."
PICTURE: dict[str, str] = {
    "picture_needed": "Nhập mã trong hình rồi bấm lại",
    "picture_wrong": "Nhập mã trong hình mới: mã vừa rồi chưa đúng hoặc đã quá 5 phút",
}

# The one box
ANY = "Có một mã mà chưa biết tra ở đâu?"
ANY_LABEL = "Mã số thuế, mã hồ sơ hoặc biển số xe"
ANY_GO = "Mở đúng chỗ"
PLATE = (
    "Đây là biển số xe. Các hệ thống đang kết nối không trả lời theo biển số: tra theo mã hồ "
    "sơ vận tải ở dưới, hoặc hỏi cơ quan đăng ký xe."
)
UNKNOWN = "Chưa nhận ra mã này. Chọn hệ thống và nội dung ở dưới, rồi nhập lại."

# The answer
ANSWER = "Kết quả"
FOUND = "{count} dòng"
CUT = "Chỉ lấy {count} dòng đầu. Chọn khoảng ngắn hơn để xem đủ."
NOTHING = "Không có dữ liệu nào như vậy. Kiểm tra lại mã hoặc chọn ngày khác."
SOURCE = "Nguồn: {source}. Dữ liệu lúc {moment}."
OLD = (
    "Hệ thống chưa trả lời. Đây là câu trả lời gần nhất, {age}. Cổng đang tự hỏi lại; có câu "
    "trả lời mới thì trang tự hiện."
)
AWAITED = (
    "Hệ thống chưa trả lời, hoặc trả lời chậm. Cổng tự hỏi lại trong 30 phút: cứ để trang "
    "này mở, câu trả lời tự hiện."
)
OLD_LAST = "Hệ thống chưa trả lời. Đây là câu trả lời gần nhất, {age}."
REFUSED = (
    "Hệ thống kia không nhận câu hỏi này. Thử lại sau, hoặc gọi tổng đài để được giúp."
)
REFUSED_OLD = "Hệ thống kia không nhận câu hỏi này. Đây là câu trả lời gần nhất, {age}."
SILENT = "Hệ thống vẫn chưa trả lời. Bạn thử lại sau ít phút."
AGES: tuple[tuple[int, str], ...] = (
    (86_400, "cách đây {count} ngày"),
    (3_600, "cách đây {count} giờ"),
    (60, "cách đây {count} phút"),
)
JUST_NOW = "vừa xong"
CAPTION = "Bảng kết quả"
EXPORT = "Tải bảng tính (XLSX)"
SHEET, SHEET_FILE = "Kết quả tra cứu", "tra-cuu"
PAGING, BEFORE, AFTER, PAGES = "Trang", "Trước", "Tiếp", "Trang {page}/{count}"
MASKED = "Tên người được che bớt vì ai cũng xem được trang này."
COUNTED = "Số hồ sơ theo từng loại"
GRIDS: dict[str, str] = {
    "rows": "Danh sách",
    "activities": "Ngành, nghề kinh doanh",
    "members": "Thành viên góp vốn",
}
COLUMNS: dict[str, str] = {
    "enterprise_name": "Tên doanh nghiệp",
    "enterprise": "Mã số doanh nghiệp",
    "enterprise_kind": "Loại hình",
    "status": "Tình trạng",
    "short_name": "Tên viết tắt",
    "foreign_name": "Tên nước ngoài",
    "address": "Địa chỉ trụ sở",
    "legal_names": "Người đại diện theo pháp luật",
    "founded_on": "Ngày thành lập",
    "capital": "Vốn điều lệ",
    "changes": "Số lần thay đổi",
    "amended_on": "Thay đổi gần nhất",
    "activity_code": "Mã ngành",
    "activity_name": "Tên ngành",
    "is_main": "Ngành chính",
    "member": "Thành viên",
    "amount": "Vốn góp",
    "percent": "Tỷ lệ (%)",
    "country": "Quốc tịch",
    "journal": "Mã hồ sơ",
    "registration_kind": "Loại hồ sơ",
    "received_on": "Ngày tiếp nhận",
    "planned_on": "Ngày hẹn trả",
    "processed_on": "Ngày xử lý",
    "registered_on": "Ngày đăng ký",
    "supplement_on": "Ngày yêu cầu bổ sung",
    "way": "Cách nộp",
    "budget_dossier": "Mã hồ sơ",
    "budget_kind": "Loại đăng ký",
    "budget_unit": "Tên đơn vị",
    "budget_code": "Mã ĐVQHNS",
    "unit_kind": "Loại hình đơn vị",
    "chapter": "Chương ngân sách",
    "area": "Địa bàn",
    "parent": "Cơ quan chủ quản",
    "filed_on": "Ngày nộp",
    "issued_on": "Ngày cấp",
    "count": "Số hồ sơ",
    "total": "Tổng số hồ sơ",
    "transport_dossier": "Mã hồ sơ",
    "procedure": "Thủ tục",
    "owner": "Chủ hồ sơ",
    "unit": "Đơn vị xử lý",
    "field": "Lĩnh vực",
    "summary": "Trích yếu",
    "due_on": "Ngày hẹn trả",
    "ended_on": "Ngày xong",
    "finished_on": "Ngày xử lý xong",
    "returned_on": "Ngày trả",
    "cancelled_on": "Ngày hủy",
    "received": "Tiếp nhận",
    "finished": "Đã xong",
    "on_time": "Đúng hạn",
    "late": "Quá hạn",
    "waiting": "Đang xử lý",
    "cancelled": "Đã hủy",
}
VALUES: dict[tuple[str, str], str] = {
    ("is_main", "yes"): "Có",
    ("budget_kind", "01"): "Đơn vị sử dụng ngân sách (mẫu 01)",
    ("budget_kind", "02"): "Dự án, giai đoạn chuẩn bị (mẫu 02)",
    ("budget_kind", "03"): "Dự án, giai đoạn thực hiện (mẫu 03)",
}

# ‹Đưa vào hồ sơ›
NOTE = "Đưa vào hồ sơ"
NOTE_LEAD = "Chép kết quả này, kèm nguồn và thời điểm, vào ghi chú nội bộ của một hồ sơ của đơn vị."
NOTE_CODE, NOTE_HINT = "Mã hồ sơ của đơn vị", "Ví dụ H55.11-261122-0001"
NOTE_DONE = "Đã ghi vào hồ sơ {code}, ở ghi chú nội bộ của thẻ “Trao đổi”."
NOTE_MISSING = "Không thấy hồ sơ này ở đơn vị của bạn. Kiểm tra lại mã"
NOTE_HEAD = "{question}. Nguồn: {source}, lúc {moment}."
NOTE_LINE = "{label}: {value}"
PERSON = (
    "Tra cứu một người theo số định danh làm ngay ở bàn tiếp nhận, vì cần mục đích và thông "
    "tin của người đó."
)
PERSON_LINK = "Mở bàn tiếp nhận"
# “Hỗ trợ”
HELP = "Tra cứu cơ sở dữ liệu của Bộ, ngành"
