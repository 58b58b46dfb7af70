"""What is wrong with a form while it is written, and what a draft changes (A03)."""

from dvc_app.wording.eform_changes import TRY_FLAWED
from services.eform_changes.differences import What
from services.eform_changes.field_flaws import FormFlaw

FAULTS: dict[str, str] = {
    FormFlaw.HEAD_MISSING: "Điền ô này",
    FormFlaw.SIZE: "Giữ từ 1 đến 40 nhóm và không quá 200 câu hỏi",
    FormFlaw.TITLE: "Đặt tên nhóm",
    FormFlaw.EMPTY: "Thêm ít nhất một câu hỏi, hoặc bỏ nhóm này",
    FormFlaw.ROWS: "Sửa số dòng: từ 0 đến 50, ít nhất không lớn hơn nhiều nhất",
    FormFlaw.NOUN: "Ghi mỗi dòng gọi là gì, ví dụ: người con",
    FormFlaw.CODE_SHAPE: (
        "Sửa mã: chữ thường không dấu, chữ số và gạch dưới, bắt đầu bằng chữ, tối đa 40 ký tự"
    ),
    FormFlaw.CODE_TWICE: "Đặt mã khác: mã này đã có ở nhóm hoặc câu hỏi khác",
    FormFlaw.LABEL: "Ghi câu hỏi mà người dân đọc",
    FormFlaw.REASON: (
        "Ghi vì sao hỏi, ít nhất 6 từ: ai đọc câu trả lời và để quyết định việc gì"
    ),
    FormFlaw.KIND: "Chọn kiểu trả lời",
    FormFlaw.OPTIONS: "Ghi các lựa chọn, mỗi dòng một lựa chọn",
    FormFlaw.OPTION_TWICE: "Sửa các lựa chọn: có hai dòng cùng mã",
    FormFlaw.CATALOGUE: "Chọn một danh mục",
    FormFlaw.PREFILL: "Chọn lại nguồn điền sẵn: cổng không biết thông tin này",
    FormFlaw.DEFAULT: "Sửa giá trị điền sẵn: không có trong các lựa chọn",
    FormFlaw.LIMITS: "Sửa giới hạn: số nhỏ nhất không lớn hơn số lớn nhất",
    FormFlaw.LENGTHS: "Sửa độ dài: ít nhất không lớn hơn nhiều nhất, tối đa 4000 ký tự",
    FormFlaw.NUMBER: "Nhập một số nguyên từ 0 trở lên",
    FormFlaw.CONTRACT_TWICE: "Sửa tên trường của Bộ: đã có ở câu hỏi khác",
    FormFlaw.CONDITION_UNKNOWN: "Chọn lại điều kiện: câu hỏi được chờ không còn nữa",
    FormFlaw.CONDITION_KIND: (
        "Chọn câu khác làm điều kiện: chỉ câu chọn ý, danh mục hoặc đánh dấu mới dùng được"
    ),
    FormFlaw.CONDITION_ANSWER: "Đánh dấu câu trả lời của điều kiện: phải là ý chọn được",
    FormFlaw.CONDITION_LOOP: "Sửa điều kiện: các câu này chờ lẫn nhau nên không bao giờ hỏi",
    FormFlaw.CONDITION_OFFICE: (
        "Chọn điều kiện khác: câu của người dân không chờ phần của cán bộ được"
    ),
    FormFlaw.SUM: "Chọn các câu hỏi số để cộng",
    FormFlaw.NAME_UNKNOWN: "Chọn lại: phải là một câu kiểu “Họ và tên” còn trong biểu mẫu",
    FormFlaw.RELIED: (
        "Giữ lại phần có mã này: giấy tờ phải nộp, hồ sơ liên thông hoặc chữ ký thứ hai dựa vào nó"
    ),
    FormFlaw.UNREADABLE: "Sửa lại phần này: hệ thống chưa đọc được",
    "eform_four_eyes": (
        "Người soạn hoặc trình không tự ban hành (bốn mắt). Bản nháp vẫn còn nguyên; "
        "nhờ một quản trị viên khác xem."
    ),
    "eform_unchanged": "Bản nháp chưa khác gì bản đang áp dụng nên chưa trình được",
    "eform_why": "Ghi lý do sửa để người ban hành đọc",
    "eform_past": "Chọn ngày hiệu lực từ hôm nay trở đi",
    "eform_later_waits": (
        "Chọn ngày sau bản đã ban hành đang chờ hiệu lực, hoặc rút bản đó trước"
    ),
    "eform_begun": (
        "Bản này đã có hiệu lực hoặc kèm phần mềm nên không rút được. Muốn trở lại bản cũ, "
        "soạn từ bản cũ rồi ban hành."
    ),
    "eform_try_flawed": TRY_FLAWED,
}
CONFLICTS: dict[str, str] = {
    "eform_changed": (
        "{name} vừa sửa biểu mẫu này. Trang đã hiện bản mới nhất; xem lại rồi làm tiếp."
    ),
    "eform_closed": "Bản nháp này đã được ban hành hoặc đã bỏ.",
    "eform_not_draft": "Bản này đã được trình hoặc đã xử lý.",
    "eform_not_proposed": "Bản này chưa được trình, hoặc vừa được sửa lại.",
}

DIFFERENCES: dict[What, str] = {
    What.HEAD: "Đầu trang đổi: {about}",
    What.GROUP_ADDED: "Thêm nhóm “{name}”",
    What.GROUP_REMOVED: "Bỏ nhóm “{name}”",
    What.GROUP_CHANGED: "Nhóm “{name}” đổi: {about}",
    What.ADDED: "Thêm câu “{name}”",
    What.CHANGED: "Câu “{name}” đổi: {about}",
    What.MOVED: "Đổi thứ tự nhóm hoặc câu hỏi",
    What.RENAMED: ("Câu “{name}” đổi mã ({about}): câu trả lời cũ không được điền lại"),
    What.REMOVED: "Bỏ câu “{name}”: câu trả lời cũ không được điền lại",
    What.RETYPED: (
        "Câu “{name}” đổi kiểu trả lời hoặc nhóm nhiều dòng: câu trả lời cũ có thể không dùng được"
    ),
    What.OPTION_GONE: "Câu “{name}” bỏ lựa chọn: {about}",
    What.CONTRACT_GONE: (
        "Không còn câu nào gửi trường {about} sang hệ thống của Bộ (trước là câu “{name}”)"
    ),
}
PROPERTIES: dict[str, str] = {
    "title": "tên",
    "form_number": "số mẫu",
    "legal_basis": "căn cứ",
    "addressee": "kính gửi",
    "pledge": "lời cam đoan",
    "applicant": "chủ hồ sơ",
    "signer": "người ký",
    "hint": "gợi ý",
    "when": "điều kiện hỏi",
    "repeat": "nhiều dòng",
    "is_office": "phần của cán bộ",
    "label": "lời hỏi",
    "kind": "kiểu",
    "used_by": "lý do hỏi",
    "required": "bắt buộc",
    "required_when": "điều kiện bắt buộc",
    "options": "các lựa chọn",
    "catalogue": "danh mục",
    "prefill": "điền sẵn",
    "default": "giá trị sẵn",
    "unit": "đơn vị",
    "least": "số nhỏ nhất",
    "most": "số lớn nhất",
    "shortest": "độ dài ít nhất",
    "longest": "độ dài nhiều nhất",
    "sum_of": "các câu được cộng",
    "contract": "trường của Bộ",
    "is_wide": "chiều ngang",
}
