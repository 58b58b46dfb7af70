"""Words of electronic forms: for who fills them in, and for the officer (C11, O03)."""

from services.eforms.problems import FormProblem

WHY = "Vì sao hỏi những điều này?"
ADD = "Thêm {noun}"
REMOVE = "Xóa {row}"
REMOVED = "Đã xóa {row}."
UNDO = "Hoàn tác"
NO_ROWS = "Chưa có {noun} nào."
CHOOSE = "--- Chọn ---"
OPTIONAL = "(không bắt buộc)"
FORM_NUMBER = "Theo mẫu: {number}"
OWNER_HERE = "Chủ hồ sơ là người ghi ở ô “{label}” của tờ khai dưới đây."
SUM_HINT = "Hệ thống tự cộng"
EARLIER = "Từ hồ sơ {code}"
BADGES = {
    "account": "Từ tài khoản",
    "verified": "Đã xác minh",
    "population": "Từ CSDL dân cư",
    "delegation": "Từ ủy quyền",
    "typed": "Từ thông tin người nộp",
    "procedure": "Từ thủ tục",
}
FIXED_HINT = "Thông tin đã xác minh, sửa tại Bộ phận Một cửa nếu chưa đúng."
EDIT_NAMED = "Sửa phần {group}"
SEE_FORM = "Xem tờ khai"

# Of the officer
DETAILS = "Thông tin chi tiết"
NO_FORM = "Thủ tục này không có tờ khai riêng: mọi điều đã khai nằm ở Thông tin chung."
OFFICE_HINT = "Từng ô được lưu ngay khi rời ô. Điền đủ ô có dấu * rồi mới tiếp nhận."
OFFICE_SAVED = "Đã lưu lúc {time}"
OFFICE_LEFT = "Còn {count} ô phải điền"
OFFICE_DONE = "Đã điền đủ"
OFFICE_FAULT = "Thông tin chi tiết – {name}: {words}"

# What is wrong with an answer: {least}, {most}, {noun} are those of the field.
FAULTS: dict[str, str] = {
    FormProblem.OPTION_MISSING: "Chọn một trong các ý",
    FormProblem.OPTION_UNKNOWN: "Chọn lại trong danh sách",
    FormProblem.TICK_MISSING: "Đánh dấu vào ô này nếu đúng như vậy",
    FormProblem.PLACE_MISSING: "Gõ tên xã, phường rồi chọn trong danh sách",
    FormProblem.PLACE_UNKNOWN: "Chọn lại xã, phường: nơi đã chọn không còn trong danh mục",
    FormProblem.NUMBER_FORMAT: "Nhập một số, ví dụ 12 hoặc 85,5",
    FormProblem.NUMBER_SMALL: "Nhập một số lớn hơn",
    FormProblem.NUMBER_LARGE: "Nhập một số nhỏ hơn",
    FormProblem.TIME_FORMAT: "Nhập giờ theo dạng 15:37",
    FormProblem.ROWS_FEW: "Thêm cho đủ số dòng phải khai",
    FormProblem.ROWS_MANY: "Bớt đi: số dòng nhiều hơn mức nhận được",
}
LIMITED: dict[str, str] = {
    FormProblem.NUMBER_SMALL: "Nhập số từ {least} trở lên",
    FormProblem.NUMBER_LARGE: "Nhập số không quá {most}",
    FormProblem.ROWS_FEW: "Thêm cho đủ, ít nhất {least} {noun}",
    FormProblem.ROWS_MANY: "Bớt đi, nhiều nhất {most} {noun}",
}
